'use client';

import { useState } from 'react';
import { updateAnimal } from './actions';

export function Feed({ id }: { id: string }) {
  const [text, setText] = useState('');

  async function feed() {
    try {
      const { ok, data: body } = await updateAnimal({ id, fed: 'hay' });
      setText(ok ? `${body.name} eats` : body.error);
    } catch {
      setText('Nothing came back');
    }
  }

  return <button onClick={feed}>{text || 'Feed'}</button>;
}
