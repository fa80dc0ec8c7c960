'use server';

import { findBook } from '@/lib/books';

export async function updateBook({
  id,
  isLent,
}: {
  id: string;
  isLent: boolean;
}) {
  try {
    const book = await findBook(id);
    if (!book) {
      return { ok: false as const, status: 404 };
    }

    if (book.isLent === isLent) {
      return { ok: false as const, status: 409 };
    }
    book.isLent = isLent;
    return { ok: true as const, status: 200, data: { title: book.title } };
  } catch (error) {
    console.error(error);
    return { ok: false as const, status: 500 };
  }
}
