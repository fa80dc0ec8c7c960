import type { NextApiRequest, NextApiResponse } from 'next';
import { allTags } from '@/lib/tags';

/** All tags, for the app and for partners */
export async function listTags(req: NextApiRequest, res: NextApiResponse) {
  res.json(await allTags());
}
