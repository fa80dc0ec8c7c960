'use client';

import { archiveNote } from './actions';

export default function Page() {
  const id = 'first';
  const archive = async () => {
    await archiveNote({ id });
  };
  const archiveAnyway = async () => {
    await archiveNote({ id, force: true });
  };
  return (
    <>
      <button onClick={archive}>Archive</button>
      <button onClick={archiveAnyway}>Archive anyway</button>
    </>
  );
}
