'use client';

import save from './save-note';

export default function Page() {
  return <button onClick={async () => console.log(await save('Hello'))}>Save</button>;
}
