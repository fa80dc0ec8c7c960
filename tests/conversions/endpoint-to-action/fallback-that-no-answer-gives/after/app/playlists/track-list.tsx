'use client';

import { useState } from 'react';
import { updateTracks } from './actions';

export function TrackList({ playlistId }: { playlistId: string }) {
  const [tracks, setTracks] = useState('');
  const [message, setMessage] = useState('');

  async function save() {
    try {
      const response = await updateTracks({ id: playlistId, tracks: tracks.split('\n') });
      if (!response.ok) {
        const problem = response.data;
        throw new Error(problem.error || 'The playlist was not saved');
      }
      const data = response.data;
      const count = data.saved.count;
      setMessage(`${count} tracks, ${data.saved.before} before`);
    } catch (error) {
      setMessage(error instanceof Error ? error.message : 'The playlist was not saved');
    }
  }

  return (
    <form action={save}>
      <textarea value={tracks} onChange={(event) => setTracks(event.target.value)} />
      <p>{message}</p>
    </form>
  );
}
