import type { NextApiRequest, NextApiResponse } from 'next';
import { create, list } from '@/lib/things';

const LONGEST = 40;

export default async function /*|*/handler(req: NextApiRequest, res: NextApiResponse) {
  if (req.method !== 'GET' && req.method !== 'POST') {
    res.setHeader('Allow', ['GET', 'POST']);
    return res.status(405).json({ error: `Method ${req.method} Not Allowed` });
  }

  if (req.method === 'GET') {
    return res.status(200).json({ names: await list() });
  }

  // Adds a thing, if its name is short enough
  if (req.method === 'POST') {
    const { name } = req.body as { name: string };
    if (name.length > LONGEST) {
      return res.status(400).json({ error: 'The name is too long' });
    }
    return res.status(201).json({ count: await create(name) });
  }
}
