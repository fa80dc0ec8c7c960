import { NextResponse } from 'next/server';
import { addBook } from '@/lib/books';

export async function /*|*/POST(request: Request) {
  const { title } = (await request.json()) as { title: string };
  if (!title) {
    return NextResponse.json({ error: 'A book needs a title' }, { status: 400 });
  }
  const isbn = await addBook(title);
  return NextResponse.json({ isbn });
}
