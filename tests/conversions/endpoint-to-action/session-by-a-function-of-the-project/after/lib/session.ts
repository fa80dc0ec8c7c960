import type { NextApiRequest, NextApiResponse } from 'next';
import { authOptions } from './auth-options';
import { getServerSession } from './next-auth';

/** Who is signed in, for API routes. */
export const sessionOf = async ({ req, res }: { req: NextApiRequest; res: NextApiResponse }) => {
  return await getServerSession(req, res, authOptions);
};
