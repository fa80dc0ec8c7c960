import type { NextApiRequest, NextApiResponse } from 'next';
import { addTag } from '../../lib/tags';

const colors = ['red', 'green', 'blue'];

// A color of its own for each tag
function colorOf(name: string): string {
  return colors[name.length % colors.length] ?? 'grey';
}

export async function createTag(request: NextApiRequest, response: NextApiResponse) {
  const { name } = request.body as { name: string };
  if (!name) {
    return response.status(422).json({ problem: 'A tag needs a name' });
  }
  return response.status(201).json(await addTag(name, colorOf(name)));
}
