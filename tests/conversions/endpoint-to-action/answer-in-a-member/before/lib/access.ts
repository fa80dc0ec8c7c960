import { NextResponse } from 'next/server';
import { noteOf } from './notes';

export async function accessTo(id: string) {
  const note = await noteOf(id);
  if (!note) {
    return { ok: false as const, response: NextResponse.json({ error: 'No such note' }, { status: 404 }) };
  }
  return { ok: true as const, owner: note.owner };
}
