'use client';

import { createFilter } from './actions';

type Filters = { since: Date; words: string[] };

export default function Page({ filters }: { filters: Filters }) {
  const save = async () => {
    await createFilter(JSON.parse(JSON.stringify(filters)));
  };
  return <button onClick={save}>Save</button>;
}
