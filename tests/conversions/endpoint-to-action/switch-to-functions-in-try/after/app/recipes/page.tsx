'use client';

import { useState } from 'react';
import useSWR from 'swr';
import type { Recipe } from '../../lib/recipes';
import { createRecipe, deleteRecipe } from './actions';

const read = (url: string) => fetch(url).then((res) => res.json());

export default function Page() {
  const { data, mutate } = useSWR<{ data: Recipe[] }>('/api/recipes', read);
  const [message, setMessage] = useState('');

  async function add(title: string) {
    const { ok, data: json } = await createRecipe(title);
    if (!ok) {
      setMessage(json.error.message);
      return;
    }
    setMessage(`Added ${json.data.title}`);
    mutate();
  }

  async function remove(id: string) {
    const res = await deleteRecipe(id);
    if (!res.ok) {
      const { error } = res.data;
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
