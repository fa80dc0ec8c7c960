'use client';

import { createUserAction } from './actions';

export default function Page() {
  const createUser = async () => {
    await createUserAction('Ada');
  };

  return <button onClick={createUser}>Create</button>;
}
