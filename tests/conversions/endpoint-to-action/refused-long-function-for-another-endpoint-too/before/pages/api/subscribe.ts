import type { NextApiRequest, NextApiResponse } from 'next';
import { subscribe } from '../../server/subscribe';

export default function /*|*/handler(req: NextApiRequest, res: NextApiResponse) {
  if (req.method === 'POST') {
    return subscribe(req, res);
  }
  return res.status(405).end();
}
