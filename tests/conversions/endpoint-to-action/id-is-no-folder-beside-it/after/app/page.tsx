'use client';

import { useState } from 'react';
import { deleteLink } from './actions';

export default function Page({ link }: { link?: { id: string } }) {
  const [gone, setGone] = useState<string[]>([]);

  async function remove() {
    if (!link) return;
    await deleteLink(link.id);
    setGone([...gone, link.id]);
  }

  return <button onClick={remove}>Delete</button>;
}
