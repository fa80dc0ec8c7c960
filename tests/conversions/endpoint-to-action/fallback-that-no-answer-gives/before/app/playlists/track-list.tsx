'use client';

import { useState } from 'react';

export function TrackList({ playlistId }: { playlistId: string }) {
  const [tracks, setTracks] = useState('');
  const [message, setMessage] = useState('');

  async function save() {
    try {
      const response = await fetch(`/api/playlists/${playlistId}/tracks`, {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ tracks: tracks.split('\n') }),
      });
      if (!response.ok) {
        const problem = await response.json();
        throw new Error(problem.error || problem.details || problem.message || 'The playlist was not saved');
      }
      const data = await response.json();
      const count = data.count ?? data.saved.total ?? data.saved.count;
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
