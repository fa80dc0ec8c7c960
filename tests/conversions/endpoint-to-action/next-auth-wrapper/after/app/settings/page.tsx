'use client';

import { useState } from 'react';
import { deleteUserAction } from './actions';

export default function Page() {
  const [text, setText] = useState('');

  async function remove() {
    const response = await deleteUserAction();
    if (!response?.ok) {
      setText('Something went wrong');
    } else {
      setText('Your account is gone');
    }
  }

  return <button onClick={remove}>Delete {text}</button>;
}
