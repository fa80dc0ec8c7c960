import type { NextApiRequest, NextApiResponse } from 'next';

export default function /*|*/handler(req: NextApiRequest, res: NextApiResponse) {
  if (req.method === 'POST') {
    const text = `Hello,
      this is indented,
    and this less.`;
    console.log(text);
    res.status(200).end();
  } else {
    res.status(405).end();
  }
}
