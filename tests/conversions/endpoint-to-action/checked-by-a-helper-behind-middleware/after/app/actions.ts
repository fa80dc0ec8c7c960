'use server';

import { memberOfNow } from '@/lib/member';
import { db } from '@/lib/db';

export async function deleteBoard(boardId: string) {
  try {
    const member = await memberOfNow();
    if (!member) {
      return { ok: false as const };
    }
    db.boards.delete(boardId);
    return { ok: true as const };
  } catch (error) {
    console.error(error);
    return { ok: false as const };
  }
}
