'use client';

import { toast } from '@/lib/toast';

export function UserRow({ user }: { user: { id: string; name: string } }) {
  const archive = () =>
    toast.promise(
      fetch(`/api/users/${user.id}/archive`, { method: 'POST' }).then(async (res) => {
        if (!res.ok) {
          const { error } = await res.json();
          throw new Error(error.message);
        }
      }),
      {
        loading: 'Archiving…',
        success: 'Archived',
        error: (error) => error.message,
      },
    );

  return <button onClick={archive}>{user.name}</button>;
}
