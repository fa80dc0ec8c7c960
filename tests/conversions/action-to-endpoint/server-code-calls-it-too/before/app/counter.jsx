'use client';

import { useState } from 'react';
import { getCount } from './get-count';

export function Counter({ initial }) {
  const [count, setCount] = useState(initial);
  return <button onClick={async () => setCount(await getCount())}>{count}</button>;
}
