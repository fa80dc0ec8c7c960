'use client';

import { act } from './actions';

export default function Page() {
  return <button onClick={() => act(1)}>Act</button>;
}
