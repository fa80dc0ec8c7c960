'use client';

import { useActionState } from 'react';
import { updateProfile } from './actions';

export function ProfileForm() {
  const [state, formAction, isPending] = useActionState(updateProfile, { message: '' });

  return (
    <form action={formAction}>
      <input name="name" aria-label="Your name" />
      <button disabled={isPending}>Save</button>
      <p>{state.message}</p>
    </form>
  );
}
