import type { NextApiRequest, NextApiResponse } from 'next';
import { profileOf } from '@/lib/profiles';

export default async function handle(req: NextApiRequest, res: NextApiResponse) {
  if (req.method === 'GET') {
    return res.status(200).json(await profileOf(String(req.query.user)));
  }
  return res.status(405).end(`Method ${req.method} not allowed`);
}
