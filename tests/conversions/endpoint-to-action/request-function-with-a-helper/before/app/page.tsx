'use client';

import { useState } from 'react';
import { Client } from '@/lib/client';

const client = new Client('films');

export default function Page() {
  const [average, setAverage] = useState(0);
  const rate = async () => {
    const data = await client.rate('alien', 5);
    setAverage(data.average);
  };
  return <button onClick={rate}>{average}</button>;
}
