'use server';

import { insertPost, changePost } from '@/lib/db';

export async function createPost({ title, body }: { title: string; body: string }) {
  try {
    if (!title) {
      return { ok: false as const };
    }
    await insertPost({ title, body });
    return { ok: true as const };
  } catch (error) {
    console.error(error);
    return { ok: false as const };
  }
}

export async function updatePost({
  id,
  body: { title, body },
}: {
  id: string;
  body: { title: string; body: string };
}) {
  try {
    const post = await changePost(id, { title, body });
    if (!post) {
      return { ok: false as const };
    }
    return { ok: true as const };
  } catch (error) {
    console.error(error);
    return { ok: false as const };
  }
}
