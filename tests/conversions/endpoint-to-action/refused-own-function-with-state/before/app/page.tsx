'use client';

import { useRequest } from '@/lib/use-request';

export default function Page() {
  const { busy, send } = useRequest();
  return (
    <button disabled={busy} onClick={() => send('/api/notes')}>
      Save
    </button>
  );
}
