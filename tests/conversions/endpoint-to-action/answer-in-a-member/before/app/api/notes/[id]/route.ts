import { NextResponse } from 'next/server';
import { accessTo } from '@/lib/access';
import { renameNote } from '@/lib/notes';

export async function /*|*/PATCH(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const access = await accessTo(id);
  if (!access.ok) {
    return access.response;
  }
  const { title } = (await request.json()) as { title: string };
  await renameNote(id, `${title} (${access.owner})`);
  return NextResponse.json({ id });
}
