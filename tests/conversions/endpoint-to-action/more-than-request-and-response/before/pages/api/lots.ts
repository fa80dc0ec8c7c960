import type { NextApiRequest, NextApiResponse } from 'next';
import { type Bidder, bid, bidderOf, lotsFor } from '@/lib/lots';

export default async function /*|*/handler(req: NextApiRequest, res: NextApiResponse) {
  const bidder = await bidderOf(req.cookies.bidder);
  if (!bidder) {
    return res.status(401).json({ problem: 'Who are you?' });
  }

  switch (req.method) {
    case 'GET':
      res.json(await lotsFor(bidder.name));
      break;
    case 'POST':
      await placeBid(req, res, bidder.name, bidder);
      break;
    default:
      res.status(405).json({ problem: 'That is not possible' });
  }
}

// A bid that the bidder can pay
async function placeBid(
  { body }: NextApiRequest,
  response: NextApiResponse,
  name: string,
  { limit }: Bidder,
) {
  const { lot, amount } = body as { lot: string; amount: number };
  const bidder = `${name} (up to ${limit})`;
  if (amount > limit) {
    response.status(409).json({ problem: `Too much for ${bidder}` });
    return;
  }
  console.log(`${bidder} bids ${amount}`);
  response.status(201).json(await bid(lot, amount));
}
