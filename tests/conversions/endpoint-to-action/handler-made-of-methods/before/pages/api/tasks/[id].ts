import type { NextApiRequest, NextApiResponse } from 'next';
import { endpoint } from '@/lib/endpoint';
import { Problem } from '@/lib/problem';
import { removeTask, renameTask } from '@/lib/tasks';

const longest = 120;

async function rename(req: NextApiRequest, res: NextApiResponse) {
  const id = req.query.id as string;
  const { title }: { title: string } = req.body;
  if (title.length > longest) {
    throw new Problem(422, `A title has ${longest} letters at most`);
  }
  await renameTask(id, title);
  res.status(200).json({ id, title });
}

export default /*|*/endpoint({
  PATCH: rename,
  async DELETE(req, res) {
    await removeTask(req.query.id as string);
    res.status(204).end();
  },
});
