import type { NextApiHandler } from 'next';

export function withMethods(methods: string[], handler: NextApiHandler): NextApiHandler {
  return async (req, res) => {
    if (!methods.includes(req.method ?? '')) {
      res.setHeader('Allow', methods);
      return res.status(405).json({ error: { message: `Method ${req.method} not allowed` } });
    }
    return handler(req, res);
  };
}
