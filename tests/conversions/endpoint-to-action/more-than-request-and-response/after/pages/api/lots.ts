import type { NextApiRequest, NextApiResponse } from 'next';
import { bidderOf, lotsFor } from '@/lib/lots';

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const bidder = await bidderOf(req.cookies.bidder);
  if (!bidder) {
    return res.status(401).json({ problem: 'Who are you?' });
  }

  switch (req.method) {
    case 'GET':
      res.json(await lotsFor(bidder.name));
      break;
    default:
      res.status(405).json({ problem: 'That is not possible' });
  }
}
