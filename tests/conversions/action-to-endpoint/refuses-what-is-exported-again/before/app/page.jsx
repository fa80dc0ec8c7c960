'use client';

import { act } from './all';

export default function Page() {
  return <button onClick={() => act(1)}>Act</button>;
}
