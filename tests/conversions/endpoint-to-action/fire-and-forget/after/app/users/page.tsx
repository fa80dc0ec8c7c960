'use client';

import { ping } from './actions';

export default function Page() {
  return <button onClick={() => ping()}>Ping</button>;
}
