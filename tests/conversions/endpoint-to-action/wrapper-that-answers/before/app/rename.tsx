'use client';

export default function Rename({ id }: { id: string }) {
  async function rename() {
    const response = await fetch(`/api/articles/${id}`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ title: 'New' }),
    });
    if (response.status === 401) {
      location.href = '/login';
      return;
    }
    if (!response.ok) {
      alert(await response.text());
    }
  }

  return <button onClick={rename}>Rename</button>;
}
