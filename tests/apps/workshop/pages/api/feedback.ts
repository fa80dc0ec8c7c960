import type { NextApiRequest, NextApiResponse } from 'next';
import { store } from '../../lib/store';

export default async function handle(req: NextApiRequest, res: NextApiResponse) {
  if (req.method === 'POST') {
    const { text, page } = req.body as { text?: string; page: string };

    if (!text) {
      res.status(400).send('Please write something');
      return;
    }

    store.feedback.push({ email: page, text });
    return res.status(200).json({ saved: true });
  } else {
    res.setHeader('Allow', ['POST']);
    return res.status(405).end(`Method ${req.method} Not Allowed`);
  }
}
