import type { NextApiRequest, NextApiResponse } from 'next';
import { getServerSession } from 'next-auth';
import { addDraft, options } from '../../lib/drafts';

export default async function /*|*/handler(req: NextApiRequest, res: NextApiResponse) {
  const session = await getServerSession(req, res, options);
  if (!session) {
    return res.status(401).json({ message: 'Please sign in' });
  }
  res.status(201).json(await addDraft(session.user.id));
}
