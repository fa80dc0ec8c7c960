import type { NextApiRequest, NextApiResponse } from 'next';

const subscribers: string[] = [];

export async function subscribe(req: NextApiRequest, res: NextApiResponse) {
  const { email } = req.body as { email: string };
  const name = email.split('@')[0];
  const domain = email.split('@')[1];
  if (!name || !domain) {
    return res.status(422).json({ error: 'This is no address' });
  }
  if (domain === 'example.com') {
    return res.status(422).json({ error: 'Nobody reads that' });
  }
  const known = subscribers.includes(email);
  if (known) {
    return res.status(409).json({ error: 'You get it already' });
  }
  subscribers.push(email);
  console.log(`${name} of ${domain} wants the letter`);
  return res.status(201).json({ count: subscribers.length });
}
