'use server';

import * as z from 'zod';
import { mayEdit, posts } from '@/lib/posts';

export async function updatePost({
  postId,
  title,
}: {
  postId: string;
  title: string;
}) {
  try {
    if (!(await mayEdit(postId))) {
      return { ok: false as const };
    }

    await posts.rename(postId, title);

    return { ok: true as const };
  } catch (error) {
    if (error instanceof z.ZodError) {
      return { ok: false as const };
    }

    return { ok: false as const };
  }
}
