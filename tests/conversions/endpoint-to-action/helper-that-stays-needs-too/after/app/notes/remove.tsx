'use client';

import { useRouter } from 'next/navigation';
import { deleteNote } from './actions';

export function Remove({ id }: { id: string }) {
  const router = useRouter();

  const remove = async () => {
    const res = await deleteNote(id);
    if (!res.ok) {
      const { error } = res.data;
      return alert(error);
    }
    router.refresh();
  };

  return <button onClick={remove}>Remove</button>;
}
