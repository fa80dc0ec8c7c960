'use client';

import { add } from './add-client';

export default function Page() {
  return <button onClick={async () => alert((await add(1, 2)).toFixed(2))}>Add</button>;
}
