'use client';

import { useRouter } from 'next/navigation';
import { deleteBoard } from '@/app/actions';

export function DeleteBoard({ boardId }: { boardId: string }) {
  const router = useRouter();

  const onDelete = async () => {
    const response = await deleteBoard(boardId);
    if (response.ok) {
      router.refresh();
    }
  };

  return <button onClick={onDelete}>Delete</button>;
}
