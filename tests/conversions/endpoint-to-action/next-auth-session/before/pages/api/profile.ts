import type { NextApiRequest, NextApiResponse } from 'next';
import { authOptions } from '../../lib/auth-options';
import { getServerSession } from '../../lib/next-auth';

const profiles = new Map<string, string>();

const /*|*/handler = async (req: NextApiRequest, res: NextApiResponse) => {
  const session = await getServerSession(req, res, authOptions);
  if (!session) {
    return res.status(401).json({ error: 'Please sign in' });
  }

  if (req.method === 'PATCH') {
    const { name } = req.body as { name: string };
    profiles.set(session.user.email, name);
    return res.status(200).json({ name });
  }

  return res.status(405).json({ error: 'Method not allowed' });
};

export default handler;
