import type { NextApiRequest, NextApiResponse } from 'next';
import { listTags } from '@/server/tags';

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  switch (req.method) {
    case 'GET': {
      return await listTags(req, res);
    }
    default: {
      res.setHeader('Allow', ['GET']);
      return res.status(405).end();
    }
  }
}
