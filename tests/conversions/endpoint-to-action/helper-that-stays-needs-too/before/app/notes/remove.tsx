'use client';

import { useRouter } from 'next/navigation';

export function Remove({ id }: { id: string }) {
  const router = useRouter();

  const remove = async () => {
    const res = await fetch(`/api/notes/${id}`, { method: 'DELETE' });
    if (!res.ok) {
      const { error } = await res.json();
      return alert(error);
    }
    router.refresh();
  };

  return <button onClick={remove}>Remove</button>;
}
