'use server';

import { auth } from '@/auth';
import { deleteUser } from '@/lib/users';

export async function deleteUserAction() {
  try {
    const session = await auth();
    if (!session) {
      return { ok: false as const };
    }

    const currentUser = session.user;
    if (!currentUser?.id) {
      return { ok: false as const };
    }

    try {
      await deleteUser(currentUser.id);
    } catch (error) {
      return { ok: false as const };
    }

    return { ok: true as const };
  } catch (error) {
    console.error(error);
    return { ok: false as const };
  }
}
