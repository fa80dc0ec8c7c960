import type { NextApiRequest, NextApiResponse } from 'next';
import { type User, withUser } from '../../lib/with-user';

async function handler(req: NextApiRequest, res: NextApiResponse, author: User) {
  if (req.method === 'DELETE') {
    return res.status(204).end();
  }
}

export default withUser(handler, ['DELETE']);
