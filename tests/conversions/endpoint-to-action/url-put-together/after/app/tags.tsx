'use client';

import { createTag, updateTag } from './actions';

export const base = '/api/tags';

export async function saveTag(id: string | undefined, name: string, fallback: string) {
  const isNew = !id;
  const res = await (isNew
    ? createTag((name || fallback) + '!')
    : updateTag({ id: String(id), name: name + '!' }));
  return res.ok;
}
