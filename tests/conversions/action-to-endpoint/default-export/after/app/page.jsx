'use client';

import save from './save-note-client';

export default function Page() {
  return <button onClick={async () => console.log(await save('Hello'))}>Save</button>;
}
