'use client';

import { useState } from 'react';

export function Star({ songId }: { songId: string }) {
  const [isStarred, setStarred] = useState(false);
  const [told, setTold] = useState('');

  async function toggle() {
    const response = await fetch(`/api/songs/${songId}/star`, { method: isStarred ? 'DELETE' : 'POST' });
    if (response.ok) {
      setStarred(!isStarred);
    } else {
      setTold('That is one star too many');
    }
  }

  return <button onClick={toggle}>{told || (isStarred ? 'Starred' : 'Star')}</button>;
}
