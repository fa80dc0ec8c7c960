'use client';

import { complain, vote } from './actions';

export default function Page() {
  return (
    <>
      <button onClick={() => vote('yes')}>Yes</button>
      <button onClick={() => complain('no')}>No</button>
    </>
  );
}
