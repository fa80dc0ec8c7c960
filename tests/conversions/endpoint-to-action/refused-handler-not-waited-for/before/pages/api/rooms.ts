import type { NextApiRequest, NextApiResponse } from 'next';
import { book } from '@/lib/rooms';

export default async function /*|*/handler(req: NextApiRequest, res: NextApiResponse) {
  try {
    console.log('rooms', req.method);
    if (req.method === 'POST') {
      return bookRoom(req, res);
    }
    return res.status(405).json({ error: 'Only POST' });
  } catch (error) {
    return res.status(409).json({ error: 'This room is taken' });
  }
}

async function bookRoom(req: NextApiRequest, res: NextApiResponse) {
  await book(req.body.room);
  return res.status(200).json({ booked: true });
}
