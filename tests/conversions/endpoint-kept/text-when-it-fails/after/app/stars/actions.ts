'use server';

import { deleteStar } from './delete-star';

export async function deleteStarAction(repo: string) {
  try {
    return await deleteStar({ repo, reason: null });
  } catch (error) {
    console.error(error);
    return { ok: false as const, data: '' };
  }
}
