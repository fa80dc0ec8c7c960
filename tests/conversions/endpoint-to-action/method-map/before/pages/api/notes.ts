import type { NextApiHandler, NextApiRequest, NextApiResponse } from 'next';
import { findNotes, insertNote, pinNote } from '@/lib/notes';

async function list(_req: NextApiRequest, res: NextApiResponse) {
  res.status(200).json(await findNotes());
}

async function create(req: NextApiRequest, res: NextApiResponse) {
  const { text, isPinned = false } = req.body as { text: string; isPinned?: boolean };
  if (!text) {
    res.status(400).json({ error: 'A note needs a text' });
    return;
  }
  res.status(201).json(await insertNote(text, isPinned));
}

const handlers: Record<string, NextApiHandler> = {
  GET: list,
  POST: create,
  PATCH: async (request, response) => {
    await pinNote(Number(request.body.id));
    response.status(204).end();
  },
};

export default async function /*|*/handler(req: NextApiRequest, res: NextApiResponse) {
  const handle = handlers[req.method ?? ''];

  if (!handle) {
    res.setHeader('Allow', Object.keys(handlers));
    return res.status(405).end('Method not allowed');
  }

  return handle(req, res);
}
