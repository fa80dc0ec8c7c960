import type { NextApiRequest, NextApiResponse } from 'next';
import { Problem } from './problem';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type Answers = (req: NextApiRequest, res: NextApiResponse) => unknown;

/** A handler that answers each method with the function given for it. */
export function endpoint(methods: Partial<Record<Method, Answers>>) {
  return async (req: NextApiRequest, res: NextApiResponse) => {
    const answer = methods[req.method as Method];
    if (!answer) {
      res.setHeader('Allow', Object.keys(methods).join(', '));
      res.status(405).json({ message: 'Method not allowed' });
      return;
    }

    try {
      await answer(req, res);
    } catch (error) {
      if (error instanceof Problem) {
        res.status(error.status).json({ message: error.message });
        return;
      }
      console.error(error);
      res.status(500).json({ message: 'Something went wrong' });
    }
  };
}
