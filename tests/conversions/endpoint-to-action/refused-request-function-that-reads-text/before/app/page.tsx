'use client';

import { send } from '@/lib/send';

export default function Page() {
  return <button onClick={() => send('/api/notes')}>Save</button>;
}
