'use server';

import { cookies } from 'next/headers';
import { groupOf, leaveGroup, renameGroup } from '@/lib/groups';
import { NotAllowed } from '@/lib/answer-error';

export async function updateGroup({ id, name }: { id: string; name: string }) {
  const member = (await cookies()).get('member')?.value ?? '';

  try {
    const group = await groupOf(id, member);

    // The name is all that can change
    const renamed = await renameGroup(group.id, name);
    return { ok: true as const, data: renamed };
  } catch (error) {
    console.error(`PUT of group ${id} failed`, error);
    if (error instanceof NotAllowed) {
      return { ok: false as const, data: error.message };
    }
    return { ok: false as const, data: 'Something went wrong' };
  }
}

export async function deleteGroup(id: string) {
  const member = (await cookies()).get('member')?.value ?? '';

  try {
    const group = await groupOf(id, member);

    await leaveGroup(group.id, member);
    return { ok: true as const };
  } catch (error) {
    console.error(`DELETE of group ${id} failed`, error);
    if (error instanceof NotAllowed) {
      return { ok: false as const };
    }
    return { ok: false as const };
  }
}
