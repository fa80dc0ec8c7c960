import type { NextApiHandler } from 'next';
import { ApiError } from './errors';

export const withErrors =
  (area: string) =>
  (handler: NextApiHandler): NextApiHandler =>
  async (req, res) => {
    try {
      await handler(req, res);
    } catch (error) {
      console.error(`[${area}]`, error);
      if (error instanceof ApiError) {
        return res.status(error.status).json({ error: error.message });
      }
      return res.status(500).json({ error: 'Something went wrong' });
    }
  };
