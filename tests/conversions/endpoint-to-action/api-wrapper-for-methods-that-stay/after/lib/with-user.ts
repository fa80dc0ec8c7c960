import type { NextApiRequest, NextApiResponse } from 'next';
import { userOf } from './session';

export interface User {
  name: string;
}

type Handler = (req: NextApiRequest, res: NextApiResponse, user: User) => unknown;

export function withUser(handler: Handler, methods: string[]) {
  return async function (req: NextApiRequest, res: NextApiResponse) {
    if (!methods.includes(req.method ?? '')) {
      return res.status(405).end();
    }

    const user = await userOf(req.cookies.token);
    if (!user) {
      return res.status(401).json({ error: 'Please sign in' });
    }

    return handler(req, res, user);
  };
}
