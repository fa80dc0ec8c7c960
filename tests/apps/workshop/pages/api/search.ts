import type { NextApiRequest, NextApiResponse } from 'next';
import { withMethods } from '../../lib/with-methods';
import { store } from '../../lib/store';

async function handler(req: NextApiRequest, res: NextApiResponse) {
  const query = String(req.query.q ?? '').toLowerCase();
  const found = store.tasks.filter(({ title }) => title.toLowerCase().includes(query));
  res.status(200).json(found.map(({ id, title }) => ({ id, title })));
}

export default withMethods(['GET'], handler);
