'use client';

import { toast } from '@/lib/toast';
import { renameUser } from './actions';

export function UserRow({ user }: { user: { id: string; name: string } }) {
  const rename = () => {
    renameUser({ id: user.id, name: 'New' })
      .then((res) => {
        if (!res.ok) {
          throw new Error('Rename failed');
        }
        return res.data;
      })
      .then((data) => toast.success(`Renamed to ${data.name}`))
      .catch((error) => toast.error(error.message));
  };

  return <button onClick={rename}>{user.name}</button>;
}
