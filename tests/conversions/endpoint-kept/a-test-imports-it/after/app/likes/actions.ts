'use server';

import { uploadLike } from './upload-like';

export async function uploadLikeAction(formData: FormData) {
  try {
    return await uploadLike(formData);
  } catch (error) {
    console.error(error);
    return { ok: false as const };
  }
}
