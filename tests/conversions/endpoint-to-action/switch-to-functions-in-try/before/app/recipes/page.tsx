'use client';

import { useState } from 'react';
import useSWR from 'swr';
import type { Recipe } from '../../lib/recipes';

const read = (url: string) => fetch(url).then((res) => res.json());

export default function Page() {
  const { data, mutate } = useSWR<{ data: Recipe[] }>('/api/recipes', read);
  const [message, setMessage] = useState('');

  async function add(title: string) {
    const res = await fetch('/api/recipes', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ title }),
    });
    const json = await res.json();
    if (!res.ok) {
      setMessage(json.error.message);
      return;
    }
    setMessage(`Added ${json.data.title}`);
    mutate();
  }

  async function remove(id: string) {
    const res = await fetch(`/api/recipes?id=${id}`, { method: 'DELETE' });
    if (!res.ok) {
      const { error } = await res.json();
      setMessage(error.message);
      return;
    }
    mutate();
  }

  return (
    <>
      <p>{message}</p>
      <button onClick={() => add('Soup')}>Add</button>
      <ul>
        {data?.data.map((recipe) => (
          <li key={recipe.id} onClick={() => remove(recipe.id)}>
            {recipe.title}
          </li>
        ))}
      </ul>
    </>
  );
}
