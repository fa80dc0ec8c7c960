import { notFound } from 'next/navigation';
import { findBook } from '@/lib/books';

export async function /*|*/PATCH(request: Request, { params }: { params: Promise<{ id: string }> }) {
  try {
    const { id } = await params;
    const book = await findBook(id);
    if (!book) {
      notFound();
    }

    const { isLent }: { isLent: boolean } = await request.json();
    book.isLent = isLent;
    return Response.json({ title: book.title });
  } catch {
    return Response.json({ error: 'Something went wrong' }, { status: 500 });
  }
}
