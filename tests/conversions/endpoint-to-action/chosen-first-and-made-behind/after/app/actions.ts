'use server';

import { like } from '@/lib/likes';

export async function likePost(id: string) {
  await like(id);
}
