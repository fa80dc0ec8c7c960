'use client';

import { useState } from 'react';
import { updateCabinet } from './actions';

export function Label({ id }: { id: string }) {
  const [text, setText] = useState('');

  async function save(label: string) {
    const { ok, data } = await updateCabinet({ id, label });
    if (!ok) {
      setText(data.error);
      return;
    }
    setText(`${data.label}, ${data.changed}`);
  }

  return <button onClick={() => save('Maps')}>{text || 'Save'}</button>;
}
