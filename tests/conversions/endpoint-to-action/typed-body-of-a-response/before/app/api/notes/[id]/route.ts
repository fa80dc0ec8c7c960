import { NextResponse } from 'next/server';
import { noteOf, renameNote } from '@/lib/notes';
import { denied } from '@/lib/owner';

export async function /*|*/PATCH(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const note = await noteOf(id);
  if (!note) return NextResponse.json({ error: 'No such note' }, { status: 404 });

  const refused = await denied(note.owner);
  if (refused) return refused;

  const { title } = (await request.json()) as { title: string };
  await renameNote(id, title);
  return NextResponse.json({ id });
}
