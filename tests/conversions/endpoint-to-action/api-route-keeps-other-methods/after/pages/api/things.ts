import type { NextApiRequest, NextApiResponse } from 'next';
import { list } from '@/lib/things';

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  if (req.method !== 'GET') {
    res.setHeader('Allow', ['GET']);
    return res.status(405).json({ error: `Method ${req.method} Not Allowed` });
  }

  if (req.method === 'GET') {
    return res.status(200).json({ names: await list() });
  }
}
