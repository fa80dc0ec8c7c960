'use server';

import { addTag } from '../../lib/tags';

const colors = ['red', 'green', 'blue'];

// A color of its own for each tag
function colorOf(name: string): string {
  return colors[name.length % colors.length] ?? 'grey';
}

export async function createTag(name: string) {
  if (!name) {
    return { ok: false as const, data: { problem: 'A tag needs a name' } };
  }
  return { ok: true as const, data: await addTag(name, colorOf(name)) };
}
