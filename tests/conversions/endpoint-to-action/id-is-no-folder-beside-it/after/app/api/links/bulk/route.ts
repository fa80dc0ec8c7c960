import { NextResponse } from 'next/server';
import { links } from '@/lib/links';

export async function DELETE(request: Request) {
  const { ids } = (await request.json()) as { ids: string[] };
  await Promise.all(ids.map((id) => links.delete(id)));
  return NextResponse.json({ ids });
}
