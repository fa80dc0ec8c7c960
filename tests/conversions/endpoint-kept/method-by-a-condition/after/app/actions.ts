'use server';

import { createStar, deleteStar } from './create-star';

export async function createStarAction(id: string) {
  try {
    const { ok } = await createStar(id);
    return { ok };
  } catch (error) {
    console.error(error);
    return { ok: false as const };
  }
}

export async function deleteStarAction(id: string) {
  try {
    await deleteStar(id);
    return { ok: true as const };
  } catch (error) {
    console.error(error);
    return { ok: false as const };
  }
}
