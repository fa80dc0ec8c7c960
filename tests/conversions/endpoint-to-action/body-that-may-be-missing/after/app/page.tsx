'use client';

import { createSeen } from './actions';

export default function Page() {
  const dismiss = async () => {
    await createSeen({});
  };
  const dismissOlder = async () => {
    await createSeen({ at: '2026-01-01' });
  };
  return (
    <>
      <button onClick={dismiss}>Dismiss</button>
      <button onClick={dismissOlder}>Dismiss older</button>
    </>
  );
}
