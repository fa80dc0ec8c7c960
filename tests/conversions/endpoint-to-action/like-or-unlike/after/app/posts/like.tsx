'use client';

import { useState } from 'react';
import { likePost, unlikePost } from './actions';

export function Like({ id, initial }: { id: string; initial: boolean }) {
  const [liked, setLiked] = useState(initial);

  const toggle = async () => {
    setLiked(!liked);
    const res = await (liked ? unlikePost(id) : likePost(id));
    if (!res.ok) {
      setLiked(liked);
    }
  };

  return <button onClick={toggle}>{liked ? 'Liked' : 'Like'}</button>;
}
