import type { NextApiRequest, NextApiResponse } from 'next';
import { store } from '../../lib/store';

const handlers: Record<string, (req: NextApiRequest, res: NextApiResponse) => void> = {
  POST(req, res) {
    const { email } = JSON.parse(req.body) as { email: string };
    if (!email.includes('@')) {
      return res.status(422).send('That is not an email address');
    }
    if (!store.subscribers.includes(email)) {
      store.subscribers.push(email);
    }
    return res.status(204).end();
  },
  DELETE(req, res) {
    store.subscribers = store.subscribers.filter((subscriber) => subscriber !== req.query.email);
    return res.status(204).end();
  },
};

const handler = async (req: NextApiRequest, res: NextApiResponse) => {
  const handle = handlers[req.method ?? ''];
  return handle ? handle(req, res) : res.status(405).json({ error: 'Method not allowed' });
};

export default handler;
