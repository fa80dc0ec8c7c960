'use client';

import { deleteUser } from './actions';

export default function Page({ user }) {
  return (
    <button
      onClick={() => {
        deleteUser(String(user.id)).then(() => location.reload());
      }}
    >
      Delete
    </button>
  );
}
