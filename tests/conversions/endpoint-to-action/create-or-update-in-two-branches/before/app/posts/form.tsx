'use client';

export async function savePost(id: string | null, values: { title: string; body: string }) {
  let response: Response;
  if (id) {
    response = await fetch(`/api/posts/${id}`, {
      method: 'PUT',
      body: JSON.stringify(values),
    });
  } else {
    response = await fetch('/api/posts', {
      method: 'POST',
      body: JSON.stringify(values),
    });
  }
  if (!response.ok) {
    const { error } = await response.json();
    return error as string;
  }
  return null;
}
