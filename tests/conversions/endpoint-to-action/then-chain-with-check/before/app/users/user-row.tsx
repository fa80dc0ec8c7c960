'use client';

import { toast } from '@/lib/toast';

export function UserRow({ user }: { user: { id: string; name: string } }) {
  const rename = () => {
    fetch(`/api/users/${user.id}/rename`, {
      method: 'POST',
      body: JSON.stringify({ name: 'New' }),
    })
      .then((res) => {
        if (!res.ok) {
          throw new Error('Rename failed');
        }
        return res.json();
      })
      .then((data) => toast.success(`Renamed to ${data.name}`))
      .catch((error) => toast.error(error.message));
  };

  return <button onClick={rename}>{user.name}</button>;
}
