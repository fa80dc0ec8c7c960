'use client';

import { useRouter } from 'next/navigation';
import { toast } from '@/lib/toast';
import { deleteUser } from './actions';

type Props = { user: { id: string; name: string } };

export function UserRow({ user }: Props) {
  const router = useRouter();

  async function handleDelete() {
    try {
      await deleteUser(user.id);
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
