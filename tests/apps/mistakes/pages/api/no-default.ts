import type { NextApiRequest, NextApiResponse } from 'next';

export function handler(_req: NextApiRequest, res: NextApiResponse) {
  res.status(200).json({ ok: true });
}
