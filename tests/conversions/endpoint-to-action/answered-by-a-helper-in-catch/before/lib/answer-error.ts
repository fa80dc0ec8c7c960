import type { NextApiResponse } from 'next';

export class NotAllowed extends Error {
  readonly code = 403;
}

/** The one answer that all endpoints give when something goes wrong. */
export function answerError(problem: unknown, res: NextApiResponse) {
  if (problem instanceof NotAllowed) {
    return res.status(problem.code).end(problem.message);
  }
  return res.status(500).end('Something went wrong');
}
