import { NextResponse } from 'next/server';
import { changePost } from '@/lib/db';

export async function /*|*/PUT(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { title, body } = (await request.json()) as { title: string; body: string };
  const post = await changePost(id, { title, body });
  if (!post) {
    return NextResponse.json({ error: 'Not found' }, { status: 404 });
  }
  return NextResponse.json(post);
}
