import { NextResponse } from 'next/server';

let note = '';

export async function /*|*/PUT(request: Request) {
  const { title } = (await request.json()) as { title: string };
  if (title === '') {
    return NextResponse.json({ error: 'A note needs a title' }, { status: 400 });
  }
  note = title;
  return NextResponse.json({ length: note.length });
}
