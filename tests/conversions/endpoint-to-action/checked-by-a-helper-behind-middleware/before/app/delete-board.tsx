'use client';

import { useRouter } from 'next/navigation';

export function DeleteBoard({ boardId }: { boardId: string }) {
  const router = useRouter();

  const onDelete = async () => {
    const response = await fetch(`/api/boards/${boardId}`, { method: 'DELETE' });
    if (response.ok) {
      router.refresh();
    }
  };

  return <button onClick={onDelete}>Delete</button>;
}
