'use client';

import { addNote } from '@/actions/notes';
import { updateUrlActive } from '@/actions/url';

export default function Page() {
  async function activate(active: boolean) {
    await updateUrlActive({ id: '1', active });
    await addNote('Changed');
  }
  return <input type="checkbox" onChange={(event) => activate(event.target.checked)} />;
}
