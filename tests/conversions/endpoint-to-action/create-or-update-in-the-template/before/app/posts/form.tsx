'use client';

export function save(id: string | undefined, values: { title: string; body: string }) {
  return fetch(`/api/posts${id !== undefined ? `/${id}` : ''}`, {
    method: id === undefined ? 'POST' : 'PUT',
    body: JSON.stringify(values),
  }).then((res) => {
    if (!res.ok) throw new Error('Failed');
    return res.json();
  });
}
