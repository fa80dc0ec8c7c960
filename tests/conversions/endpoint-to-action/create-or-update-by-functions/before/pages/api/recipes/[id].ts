import type { NextApiRequest, NextApiResponse } from 'next';
import { renameRecipe } from '@/lib/recipes';

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  if (req.method === 'PUT') {
    return handlePut(req, res);
  }
  return res.status(405).json({ error: 'Method not allowed' });
}

async function handlePut(req: NextApiRequest, res: NextApiResponse) {
  const id = req.query.id as string;
  const { title } = req.body as { title: string };
  const recipe = await renameRecipe(id, title);
  if (!recipe) {
    return res.status(404).json({ error: 'No such recipe' });
  }
  return res.status(200).json(recipe);
}
