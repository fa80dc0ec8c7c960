import type { NextApiRequest, NextApiResponse } from 'next';
import listTags from '../../server/tags/list';

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  if (req.method === 'GET') return listTags(req, res);
  return res.status(405).end();
}
