'use client';

import { toast } from '@/lib/toast';
import { archiveUser } from './actions';

export function UserRow({ user }: { user: { id: string; name: string } }) {
  const archive = () =>
    toast.promise(
      archiveUser(user.id).then((res) => {
        if (!res.ok) {
          const { error } = res.data;
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
