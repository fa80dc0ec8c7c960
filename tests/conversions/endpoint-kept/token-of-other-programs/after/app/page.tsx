'use client';

import { useState } from 'react';
import { createStepAction } from './actions';

export default function Steps() {
  const [total, setTotal] = useState(0);

  async function walk() {
    const response = await createStepAction(10);
    if (response.ok) {
      const data = response.data;
      setTotal(data.total);
    }
  }

  return <button onClick={walk}>{total}</button>;
}
