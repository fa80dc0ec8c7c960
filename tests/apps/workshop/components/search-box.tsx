'use client';

import { useState } from 'react';
import useSWR from 'swr';
import { fetcher } from '@/lib/fetcher';

export function SearchBox() {
  const [query, setQuery] = useState('');
  const { data: results } = useSWR<{ id: string; title: string }[]>(
    query.length > 1 && `/api/search?q=${encodeURIComponent(query)}`,
    fetcher,
    { keepPreviousData: true },
  );

  return (
    <div>
      <input aria-label="Search" value={query} onChange={(e) => setQuery(e.target.value)} />
      {results?.map((task) => <p key={task.id}>{task.title}</p>)}
    </div>
  );
}
