'use client';

import { list } from './actions';
import { check } from './check-client';

export default function Page() {
  return <button onClick={async () => console.log((await list()).map(check))}>Check</button>;
}
