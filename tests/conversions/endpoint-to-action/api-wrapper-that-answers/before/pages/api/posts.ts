import type { NextApiRequest, NextApiResponse } from 'next';
import { addPost } from '../../lib/posts';
import { type User, withUser } from '../../lib/with-user';

// Publishes a post in the name of whoever is signed in
async function handler(req: NextApiRequest, res: NextApiResponse, author: User) {
  const { title } = req.body as { title: string };
  if (!title) {
    return res.status(400).json({ error: 'A post needs a title' });
  }
  return res.status(201).json({ id: await addPost(title, author.name) });
}

export default /*|*/withUser(handler, ['POST']);
