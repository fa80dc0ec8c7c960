import type { NextApiRequest, NextApiResponse } from 'next';
import { dropProfile, profileOf, saveProfile } from '@/lib/profiles';

export default async function /*|*/handle(req: NextApiRequest, res: NextApiResponse) {
  if (req.method === 'GET') {
    return res.status(200).json(await profileOf(String(req.query.user)));
  } else if (req.method === 'PUT') {
    const user = req.cookies.user;
    if (!user) {
      res.status(401).end('Nobody is signed in');
      throw new Error('Nobody is signed in');
    }
    const { name, motto }: { name: string; motto: string } = req.body;
    await saveProfile(user, { name, motto });
    return res.status(200).json({ name, motto });
  } else if (req.method === 'DELETE') {
    const user = req.cookies.user;
    if (user) {
      await dropProfile(user);
    }
    return res.status(204).end();
  }
  return res.status(405).end(`Method ${req.method} not allowed`);
}
