'use client';

import { useState } from 'react';
import { addLinkAction, addLinkAsAdmin } from '@/app/actions';

interface Props {
  action: string;
  onAdded: (id: string) => void;
}

export function LinkForm({ action, onAdded }: Props) {
  const [target, setTarget] = useState('');
  const [message, setMessage] = useState('');

  const save = async () => {
    const response = await (action === '/api/links/admin'
      ? addLinkAsAdmin({ target, owner: 'somebody' })
      : addLinkAction(target));
    if (!response.ok) {
      setMessage(response.data);
    } else {
      const link = response.data;
      onAdded(link.id);
    }
  };

  return (
    <form action={save}>
      <input value={target} onChange={(event) => setTarget(event.target.value)} />
      <p>{message}</p>
    </form>
  );
}
