'use client';

import { ping } from './ping-client';

export default function Page() {
  return <button onClick={() => ping()}>Ping</button>;
}
