import type { NextApiRequest, NextApiResponse } from 'next';
import { insertRecipe } from '@/lib/recipes';

export default async function /*|*/handler(req: NextApiRequest, res: NextApiResponse) {
  switch (req.method) {
    case 'POST':
      return handlePost(req, res);
    default:
      return res.status(405).json({ error: 'Method not allowed' });
  }
}

async function handlePost(req: NextApiRequest, res: NextApiResponse) {
  const { title } = req.body as { title: string };
  if (title.trim() === '') {
    return res.status(400).json({ error: 'A recipe needs a title' });
  }
  return res.status(201).json(await insertRecipe(title));
}
