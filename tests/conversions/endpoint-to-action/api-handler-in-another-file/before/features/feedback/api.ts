import type { NextApiRequest, NextApiResponse } from 'next';
import { send } from './send';

export default async function handle(req: NextApiRequest, res: NextApiResponse) {
  if (req.method !== 'POST') {
    return res.status(405).json({ error: 'Method not allowed' });
  }

  const { rating, text } = req.body as { rating: number; text: string };
  await send(`${rating}: ${text}`);
  return res.status(200).json({ sent: true });
}
