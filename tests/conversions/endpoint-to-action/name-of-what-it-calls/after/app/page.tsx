'use client';

import { useState } from 'react';
import { createUserAction } from './actions';

export default function Page() {
  const [id, setId] = useState('');
  const add = async () => {
    const { user } = await createUserAction('Ada');
    setId(user.id);
  };
  return <button onClick={add}>{id}</button>;
}
