import type { NextApiRequest, NextApiResponse } from 'next';
import { allTags } from '../../lib/tags';

export default async function (req: NextApiRequest, res: NextApiResponse) {
  res.json(await allTags());
}
