'use client';

import { createName } from './actions';

export default function Page() {
  const save = async () => {
    const res = await createName('Ada');
    console.log(res.ok);
  };

  return <button onClick={save}>Save</button>;
}
