'use client';

import { buy } from './buy-client';

export default function Page() {
  return <button onClick={() => buy(1)}>Buy</button>;
}
