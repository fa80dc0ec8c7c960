'use client';

import { useRouter } from 'next/navigation';
import { toast } from '@/lib/toast';

type Props = { user: { id: number; name: string } };

export function UserRow({ user }: Props) {
  const router = useRouter();

  async function handleDelete() {
    try {
      const res = await fetch(`/api/users/${user.id}`, { method: 'DELETE' });
      if (!res.ok) {
        throw new Error('Failed');
      }
      router.refresh();
    } catch (error) {
      console.error(error);
      toast.error('The user could not be deleted');
    }
  }

  return (
    <li>
      {user.name} <button onClick={handleDelete}>Delete</button>
    </li>
  );
}
