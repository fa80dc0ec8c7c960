'use client';

import { check, list } from './actions';

export default function Page() {
  return <button onClick={async () => console.log((await list()).map(check))}>Check</button>;
}
