'use server';

import { drop } from '@/lib/posts';

export async function deletePost(id: string) {
  try {
    const left = await drop(id);
    if (left < 0) {
      return { ok: false as const, status: 404, data: { error: 'No such post' } };
    }
    return { ok: true as const, status: 204, data: null };
  } catch (error) {
    console.error(error);
    return { ok: false as const, status: 500, data: null };
  }
}
