'use client';

import { rename, type User } from './actions';

export function Rename({ user }: { user: User }) {
  return <button onClick={() => rename(user, 'new')}>Rename</button>;
}
