'use client';

import { useState } from 'react';
import { starSongAction, unstarSongAction } from './actions';

export function Star({ songId }: { songId: string }) {
  const [isStarred, setStarred] = useState(false);
  const [told, setTold] = useState('');

  async function toggle() {
    const response = await (isStarred
      ? unstarSongAction(songId)
      : starSongAction(songId));
    if (response.ok) {
      setStarred(!isStarred);
    } else {
      setTold('That is one star too many');
    }
  }

  return <button onClick={toggle}>{told || (isStarred ? 'Starred' : 'Star')}</button>;
}
