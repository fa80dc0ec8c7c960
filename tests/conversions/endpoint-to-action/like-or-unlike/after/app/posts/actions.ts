'use server';

import { setLike } from '@/lib/likes';

export async function likePost(id: string) {
  try {
    await setLike(id, true);
    return { ok: true as const };
  } catch (error) {
    console.error(error);
    return { ok: false as const };
  }
}

export async function unlikePost(id: string) {
  try {
    await setLike(id, false);
    return { ok: true as const };
  } catch (error) {
    console.error(error);
    return { ok: false as const };
  }
}
