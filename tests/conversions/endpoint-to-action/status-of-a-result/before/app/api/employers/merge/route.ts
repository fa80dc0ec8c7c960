import { NextResponse } from 'next/server';
import { merge, undo } from '@/lib/merge';

export async function /*|*/POST(request: Request) {
  const { ids } = (await request.json()) as { ids: string[] };
  const result = await merge(ids);
  if (!result || result.error) {
    return NextResponse.json({ error: result.error }, { status: result.status || 500 });
  }
  const undone = await undo(result.id);
  if (undone.success === false) {
    return NextResponse.json({ error: undone.message }, { status: undone.status ?? 400 });
  }
  return NextResponse.json({ id: String(result.id) });
}
