import { NextResponse } from 'next/server';
import { requireOwner } from '@/lib/member';
import { renameNote } from '@/lib/notes';

export async function /*|*/PATCH(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { member, error } = await requireOwner();
  if (error || !member) return error;

  const { id } = await params;
  const { title } = (await request.json()) as { title: string };
  await renameNote(id, `${title} (${member.name})`);
  return NextResponse.json({ id });
}
