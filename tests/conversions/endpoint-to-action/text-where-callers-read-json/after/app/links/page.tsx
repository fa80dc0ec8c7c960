'use client';

import { useState } from 'react';
import { deleteLinks } from './actions';

export default function Page() {
  const [text, setText] = useState('');

  async function remove(key: string) {
    try {
      const { ok, data } = await deleteLinks(key);
      if (!ok) {
        setText(data.error);
        return;
      }
      setText(`${data.link.key} is gone`);
    } catch {
      setText('Something went wrong');
    }
  }

  return <button onClick={() => remove('a')}>Delete {text}</button>;
}
