'use client';

import useSWR from 'swr';

export default function Page() {
  const { data } = useSWR('/api/names');
  return <p>{data?.name}</p>;
}
