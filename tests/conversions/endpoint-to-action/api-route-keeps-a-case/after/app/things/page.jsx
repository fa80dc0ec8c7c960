'use client';

import useSWR from 'swr';
import { createThing } from './actions';

const read = (url) => fetch(url).then((res) => res.json());

export default function Page() {
  const { data, mutate } = useSWR('/api/things', read);

  async function create(name) {
    const { success } = await createThing({ name });
    if (success) {
      mutate();
    }
  }

  return <button onClick={() => create('a')}>Create {data?.length}</button>;
}
