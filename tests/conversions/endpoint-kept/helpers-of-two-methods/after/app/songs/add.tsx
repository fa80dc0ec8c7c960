'use client';

import { useState } from 'react';
import { createSongAction } from './actions';

export function Add() {
  const [problem, setProblem] = useState('');
  const [song, setSong] = useState({ title: '', seconds: 0 });

  async function add() {
    const res = await createSongAction(song);
    if (!res.ok) {
      const { problem } = res.data;
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
