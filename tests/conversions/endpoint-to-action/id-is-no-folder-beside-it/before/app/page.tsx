'use client';

import { useState } from 'react';

export default function Page({ link }: { link?: { id: string } }) {
  const [gone, setGone] = useState<string[]>([]);

  async function remove() {
    if (!link) return;
    await fetch(`/api/links/${link.id}`, { method: 'DELETE' });
    setGone([...gone, link.id]);
  }

  return <button onClick={remove}>Delete</button>;
}
