'use client';

import { useRouter } from 'next/navigation';
import { deleteUser } from './actions';

export default function Page() {
  const router = useRouter();
  const removeAll = async (ids: string[]) => {
    await Promise.all(ids.map((id) => deleteUser(id)));
    router.refresh();
  };
  return <button onClick={() => removeAll(['1', '2'])}>Delete</button>;
}
