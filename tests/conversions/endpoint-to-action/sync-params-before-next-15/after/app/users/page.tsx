'use client';

import { deleteUser } from './actions';

export default function Page({ user }: { user: { id: string } }) {
  return (
    <button
      onClick={() => {
        deleteUser(user.id).then(() => location.reload());
      }}
    >
      Delete
    </button>
  );
}
