import type { NextApiRequest, NextApiResponse } from 'next';
import { answerError } from '@/lib/answer-error';
import { groupOf, leaveGroup, renameGroup } from '@/lib/groups';

export default async function /*|*/handle(req: NextApiRequest, res: NextApiResponse) {
  const { id } = req.query as { id: string };
  const member = req.cookies.member ?? '';

  try {
    const group = await groupOf(id, member);

    if (req.method === 'PUT') {
      // The name is all that can change
      const { name } = req.body as { name: string };
      const renamed = await renameGroup(group.id, name);
      return res.status(200).json(renamed);
    } else if (req.method === 'DELETE') {
      await leaveGroup(group.id, member);
      return res.status(200).json({ left: group.name });
    }
  } catch (error) {
    console.error(`${req.method} of group ${id} failed`, error);
    answerError(error, res);
  }

  // Nothing else can be done to a group
  res.setHeader('Allow', ['PUT', 'DELETE']);
  return res.status(405).end(`Method ${req.method} Not Allowed`);
}
