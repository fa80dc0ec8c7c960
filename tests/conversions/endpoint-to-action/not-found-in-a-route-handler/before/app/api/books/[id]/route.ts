import { notFound } from 'next/navigation';
import { findBook } from '@/lib/books';

export async function /*|*/PATCH(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const book = await findBook(id);
  if (!book) {
    notFound();
  }

  const { isLent }: { isLent: boolean } = await request.json();
  if (book.isLent === isLent) {
    return Response.json({ error: 'Nothing to change' }, { status: 409 });
  }
  book.isLent = isLent;
  return Response.json({ title: book.title });
}
