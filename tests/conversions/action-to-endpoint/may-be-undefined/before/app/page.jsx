'use client';

import { useState } from 'react';
import { priceOf } from './actions';

export default function Page() {
  const [price, setPrice] = useState();
  return <button onClick={() => priceOf('apple').then(setPrice)}>{price ?? 'unknown'}</button>;
}
