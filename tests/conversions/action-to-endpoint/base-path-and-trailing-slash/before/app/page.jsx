'use client';

import { buy } from './actions';

export default function Page() {
  return <button onClick={() => buy(1)}>Buy</button>;
}
