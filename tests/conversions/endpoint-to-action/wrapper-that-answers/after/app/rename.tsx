'use client';

import { updateArticle } from './actions';

export default function Rename({ id }: { id: string }) {
  async function rename() {
    const response = await updateArticle({ id, title: 'New' });
    if (response.status === 401) {
      location.href = '/login';
      return;
    }
    if (!response.ok) {
      alert(response.data);
    }
  }

  return <button onClick={rename}>Rename</button>;
}
