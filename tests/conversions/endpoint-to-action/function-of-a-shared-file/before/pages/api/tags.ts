import type { NextApiRequest, NextApiResponse } from 'next';
import { createTag, listTags } from '@/server/tags';

export default async function /*|*/handler(req: NextApiRequest, res: NextApiResponse) {
  switch (req.method) {
    case 'GET': {
      return await listTags(req, res);
    }
    case 'POST': {
      return await createTag(req, res);
    }
    default: {
      res.setHeader('Allow', ['GET', 'POST']);
      return res.status(405).end();
    }
  }
}
