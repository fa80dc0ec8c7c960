import type { NextApiRequest, NextApiResponse } from 'next';
import { store } from '../../lib/store';

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const user = store.users.find(({ id }) => id === req.query.id);

  switch (req.method) {
    case 'GET': {
      if (!user) {
        return res.status(404).json({ error: { message: 'No such user' } });
      }
      return res.json({ name: user.name });
    }
    default:
      res.setHeader('Allow', 'GET');
      res.status(405).json({ error: { message: `Method ${req.method} not allowed` } });
  }
}
