'use client';

export async function savePost(id: string | null, values: { title: string; body: string }) {
  let url = '/api/posts';
  let method = 'POST';
  if (id) {
    url = `/api/posts/${id}`;
    method = 'PUT';
  }
  const res = await fetch(url, { method, body: JSON.stringify(values) });
  if (!res.ok) throw new Error('The post was not saved');
}
