import type { NextApiRequest, NextApiResponse } from 'next';
import { userOf } from '../../../lib/users';
import { answerProblem } from '../../../lib/answer-problem';
import { addVisit, visitsOf } from '../../../lib/visits';

// A day as it is written everywhere
const DAY = /^\d{4}-\d{2}-\d{2}$/;

// Who is asking, or an error
async function requireUser(token: string | undefined) {
  const user = await userOf(token ?? '');
  if (!user) {
    throw new Error('Please sign in');
  }
  return user;
}

export default async function /*|*/handler(req: NextApiRequest, res: NextApiResponse) {
  try {
    if (req.method === 'GET') {
      return await list(req, res);
    }
    if (req.method === 'POST') {
      return await create(req, res);
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

async function create(req: NextApiRequest, res: NextApiResponse) {
  const user = await requireUser(req.cookies.token);
  const { place, day } = req.body as { place: string; day: string };
  if (!DAY.test(day)) {
    return res.status(422).json({ error: 'This is no day' });
  }
  res.status(201).json({ number: await addVisit(user.name, { place, day }) });
}
