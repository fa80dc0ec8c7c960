'use server';

import { NextResponse, NextRequest } from 'next/server';
import { guarded } from '@/lib/guarded';
import { rename } from '@/lib/user';

export async function updateBoard({
  id,
  title,
}: {
  id: string;
  title: string;
}) {
  const req = new NextRequest(`http://localhost/api/boards/${id}`, {
    method: 'PATCH',
  });
  const response = await guarded(async (_request, user) => {
    if (!title) return NextResponse.json({ error: 'A title is needed' }, { status: 400 });
    await rename(user, id, title);
    return NextResponse.json({ id, title });
  })(req);
  return { ok: response.ok, data: await response.json() };
}
