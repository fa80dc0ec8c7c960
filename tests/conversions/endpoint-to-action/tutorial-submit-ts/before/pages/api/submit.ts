import type { NextApiRequest, NextApiResponse } from 'next';
import { append } from '../../lib/store';

type Answer = { message: string; number: number } | { error: string };

export default async function /*|*/handler(req: NextApiRequest, res: NextApiResponse<Answer>) {
  if (req.method !== 'POST') {
    res.setHeader('Allow', ['POST']);
    return res.status(405).json({ error: `Method ${req.method} not allowed` });
  }

  const { email, message } = req.body;
  if (!email || !message) {
    res.status(400).json({ error: 'Please fill in both fields' });
    return;
  }

  // Kept for the weekly digest, see #12.
  const saved = await append({ email, message });
  res.status(200).json({ message: `Thank you, ${saved.email}!`, number: saved.id });
}
