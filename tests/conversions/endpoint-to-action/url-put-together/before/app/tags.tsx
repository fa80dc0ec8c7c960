'use client';

export const base = '/api/tags';

export async function saveTag(id: string | undefined, name: string, fallback: string) {
  const isNew = !id;
  const label = isNew ? name || fallback : name;
  const path = isNew ? '' : '/' + id;
  const res = await fetch(base + path, {
    method: isNew ? 'POST' : 'PATCH',
    body: JSON.stringify({ name: label + '!' }),
  });
  return res.ok;
}
