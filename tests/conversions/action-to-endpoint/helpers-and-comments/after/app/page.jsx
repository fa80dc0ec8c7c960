'use client';

import { complain } from './actions';
import { vote } from './vote-client';

export default function Page() {
  return (
    <>
      <button onClick={() => vote('yes')}>Yes</button>
      <button onClick={() => complain('no')}>No</button>
    </>
  );
}
