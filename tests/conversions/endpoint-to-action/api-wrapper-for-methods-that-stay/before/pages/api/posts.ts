import type { NextApiRequest, NextApiResponse } from 'next';
import { addPost } from '../../lib/posts';
import { type User, withUser } from '../../lib/with-user';

async function handler(req: NextApiRequest, res: NextApiResponse, author: User) {
  if (req.method === 'DELETE') {
    return res.status(204).end();
  }
  if (req.method === 'POST') {
    const { title } = req.body as { title: string };
    return res.status(201).json({ id: await addPost(title, author.name) });
  }
}

export default /*|*/withUser(handler, ['POST', 'DELETE']);
