'use client';

import { addNote } from '@/actions/notes';

export default function Page() {
  async function activate(active: boolean) {
    await fetch('/api/url/update/active', { method: 'POST', body: JSON.stringify({ id: '1', active }) });
    await addNote('Changed');
  }
  return <input type="checkbox" onChange={(event) => activate(event.target.checked)} />;
}
