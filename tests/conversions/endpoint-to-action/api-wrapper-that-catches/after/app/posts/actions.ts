'use server';

import { addPost } from '../../lib/posts';
import { ApiError } from '../../lib/errors';

export async function createPost(body: any) {
  try {
    const title: string = body.title;
    if (!title) {
      throw new ApiError(400, 'A post needs a title');
    }
    return { ok: true as const, data: { id: await addPost(title, 'someone') } };
  } catch (error) {
    console.error(`[posts]`, error);
    if (error instanceof ApiError) {
      return { ok: false as const, data: { error: error.message } };
    }
    return { ok: false as const, data: { error: 'Something went wrong' } };
  }
}
