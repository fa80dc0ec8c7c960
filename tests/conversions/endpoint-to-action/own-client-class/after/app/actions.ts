'use server';

import { addBook } from '@/lib/books';

export async function createBook(title: string) {
  try {
    if (!title) {
      return { ok: false as const, data: { error: 'A book needs a title' } };
    }
    const isbn = await addBook(title);
    return { ok: true as const, data: { isbn } };
  } catch (error) {
    console.error(error);
    return { ok: false as const, data: null };
  }
}
