'use client';

import { useState } from 'react';

export function Add() {
  const [problem, setProblem] = useState('');
  const [song, setSong] = useState({ title: '', seconds: 0 });

  async function add() {
    const res = await fetch('/api/songs', { method: 'POST', body: JSON.stringify(song) });
    if (!res.ok) {
      const { problem } = await res.json();
      setProblem(problem);
    }
  }

  return (
    <p>
      <input value={song.title} onChange={(event) => setSong({ ...song, title: event.target.value })} />
      <button onClick={add}>{problem || 'Add'}</button>
    </p>
  );
}
