'use client';

import { useState } from 'react';

export function Like({ id, initial }: { id: string; initial: boolean }) {
  const [liked, setLiked] = useState(initial);

  const toggle = async () => {
    setLiked(!liked);
    const res = await fetch(`/api/posts/${id}/like`, { method: liked ? 'DELETE' : 'POST' });
    if (!res.ok) {
      setLiked(liked);
    }
  };

  return <button onClick={toggle}>{liked ? 'Liked' : 'Like'}</button>;
}
