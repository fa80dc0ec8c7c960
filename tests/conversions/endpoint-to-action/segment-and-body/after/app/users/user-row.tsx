'use client';

import { useState } from 'react';
import { toast } from '@/lib/toast';
import { updateUser } from './actions';

export function UserRow({ user }: { user: { id: string; name: string } }) {
  const [name, setName] = useState(user.name);

  const save = async () => {
    const response = await updateUser({ id: user.id, name });
    if (response.ok) {
      toast.success('Saved');
    } else {
      toast.error(`Not saved (${response.status})`);
    }
  };

  return (
    <li>
      <input value={name} onChange={(event) => setName(event.target.value)} />
      <button onClick={save}>Save</button>
    </li>
  );
}
