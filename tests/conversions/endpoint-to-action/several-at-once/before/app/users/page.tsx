'use client';

import { useRouter } from 'next/navigation';

export default function Page() {
  const router = useRouter();
  const removeAll = async (ids: string[]) => {
    await Promise.all(ids.map((id) => fetch(`/api/users/${id}`, { method: 'DELETE' })));
    router.refresh();
  };
  return <button onClick={() => removeAll(['1', '2'])}>Delete</button>;
}
