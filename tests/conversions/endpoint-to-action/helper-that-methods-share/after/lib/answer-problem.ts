import type { NextApiResponse } from 'next';
import { inWords } from './in-words';

export function answerProblem(problem: unknown, res: NextApiResponse) {
  return res.status(400).json({ error: inWords(problem) });
}
