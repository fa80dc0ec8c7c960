'use client';

import { act } from './actions';

export default function Page() {
  return <button onClick={() => act({ from: new Date(), to: '' })}>Act</button>;
}
