'use client';

import { useState } from 'react';
import { createDesk } from './actions';

export default function Page() {
  const [text, setText] = useState('');

  async function book(desk: string) {
    const { ok, data: body } = await createDesk({ desk });
    setText(ok ? `Yours: ${body.desk}` : body.error);
  }

  return <button onClick={() => book('window')}>{text || 'Book'}</button>;
}
