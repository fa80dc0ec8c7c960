'use client';

import { useState } from 'react';
import { createTag } from './actions';

export default function Page() {
  const [tags, setTags] = useState<{ name: string; color: string }[]>([]);
  const [problem, setProblem] = useState('');

  async function add(name: string) {
    const { ok, data } = await createTag(name);
    if (!ok) {
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
