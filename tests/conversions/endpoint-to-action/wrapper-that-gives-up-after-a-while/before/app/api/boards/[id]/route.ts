import { NextResponse } from 'next/server';
import { guarded } from '@/lib/guarded';
import { rename } from '@/lib/user';

export const PATCH/*|*/ = guarded(async (request, user, context) => {
  const { id } = await context!.params!;
  const { title } = (await request.json()) as { title: string };
  if (!title) return NextResponse.json({ error: 'A title is needed' }, { status: 400 });
  await rename(user, id, title);
  return NextResponse.json({ id, title });
});
