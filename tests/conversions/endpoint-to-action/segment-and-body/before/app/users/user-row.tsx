'use client';

import { useState } from 'react';
import { toast } from '@/lib/toast';

export function UserRow({ user }: { user: { id: string; name: string } }) {
  const [name, setName] = useState(user.name);

  const save = async () => {
    const response = await fetch(`/api/users/${encodeURIComponent(user.id)}`, {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ name }),
    });
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
