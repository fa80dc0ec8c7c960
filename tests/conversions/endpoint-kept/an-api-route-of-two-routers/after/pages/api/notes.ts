import type { NextApiRequest, NextApiResponse } from 'next';
import { listNotes } from '../../lib/notes';
import { createNote } from '../../app/notes/create-note';

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  if (req.method === 'POST') {
    const { text } = req.body;
    const { status, data } = await createNote(text);
    return res.status(status).json(data);
  }

  if (req.method === 'GET') {
    return res.json(await listNotes());
  }

  res.setHeader('Allow', ['GET', 'POST']);
  return res.status(405).end();
}
