import type { NextApiRequest, NextApiResponse } from 'next';
import { addTag, allTags } from '@/lib/tags';
import { logged } from '@/lib/log';

/** All tags, for the app and for partners */
export async function listTags(req: NextApiRequest, res: NextApiResponse) {
  res.json(await allTags());
}

/** A new tag, for the app only */
export async function createTag(req: NextApiRequest, res: NextApiResponse) {
  const { name } = req.body as { name: string };
  if (!name) {
    return res.status(422).json({ problem: 'A tag needs a name' });
  }
  logged('tag', name);
  return res.status(201).json(await addTag(name, 'red'));
}
