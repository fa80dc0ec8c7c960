import type { NextApiRequest, NextApiResponse } from 'next';
import { addTask } from '../../lib/store';

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  if (req.method === 'POST') {
    if (!req.body.title) {
      return;
    }
    res.status(201).json(addTask(req.body.title));
  } else {
    res.status(405).json({ error: 'Method not allowed' });
  }
}
