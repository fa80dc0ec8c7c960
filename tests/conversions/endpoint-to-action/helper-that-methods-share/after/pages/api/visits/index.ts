import type { NextApiRequest, NextApiResponse } from 'next';
import { answerProblem } from '../../../lib/answer-problem';
import { visitsOf } from '../../../lib/visits';
import { requireUser } from '../../../lib/require-user';

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  try {
    if (req.method === 'GET') {
      return await list(req, res);
    }
  } catch (error) {
    return answerProblem(error, res);
  }
  res.status(405).end();
}

async function list(req: NextApiRequest, res: NextApiResponse) {
  const user = await requireUser(req.cookies.token);
  res.status(200).json(await visitsOf(user.name));
}
