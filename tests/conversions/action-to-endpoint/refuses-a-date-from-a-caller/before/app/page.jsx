'use client';

import { act } from './actions';

export default function Page() {
  return <button onClick={() => act({ at: new Date() })}>Act</button>;
}
