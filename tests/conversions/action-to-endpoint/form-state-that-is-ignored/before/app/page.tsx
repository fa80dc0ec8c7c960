'use client';

import { useActionState } from 'react';
import { subscribe } from './actions';

export default function Page() {
  const [state, action] = useActionState(subscribe, undefined);
  return (
    <form action={action}>
      <input name="email" />
      <p>{state?.error}</p>
    </form>
  );
}
