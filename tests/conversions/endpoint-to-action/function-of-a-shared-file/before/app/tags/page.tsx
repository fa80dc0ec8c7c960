'use client';

import { useState } from 'react';

export default function Page() {
  const [tags, setTags] = useState<{ name: string; color: string }[]>([]);
  const [problem, setProblem] = useState('');

  async function add(name: string) {
    const res = await fetch('/api/tags', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ name }),
    });
    const data = await res.json();
    if (!res.ok) {
      setProblem(data.problem);
      return;
    }
    setTags([...tags, data]);
  }

  return (
    <div>
      {problem}
      {tags.map((tag) => (
        <b key={tag.name} style={{ color: tag.color }}>
          {tag.name}
        </b>
      ))}
      <button onClick={() => add('cellar')}>Add</button>
    </div>
  );
}
