'use client';

import { pay } from './actions';

export default function Page() {
  return <button onClick={() => pay(1, 'USD')}>Pay</button>;
}
