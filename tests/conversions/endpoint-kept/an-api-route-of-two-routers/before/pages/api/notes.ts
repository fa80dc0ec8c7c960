import type { NextApiRequest, NextApiResponse } from 'next';
import { addNote, listNotes } from '../../lib/notes';

export default async function /*|*/handler(req: NextApiRequest, res: NextApiResponse) {
  if (req.method === 'POST') {
    const { text } = req.body;
    if (!text) {
      return res.status(400).json({ message: 'A note needs a text' });
    }
    const note = await addNote(text);
    return res.status(201).json(note);
  }

  if (req.method === 'GET') {
    return res.json(await listNotes());
  }

  res.setHeader('Allow', ['GET', 'POST']);
  return res.status(405).end();
}
