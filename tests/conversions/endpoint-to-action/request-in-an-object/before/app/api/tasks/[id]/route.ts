import { type NextRequest, NextResponse } from 'next/server';
import { audit, log } from '@/lib/audit';
import { remove } from '@/lib/tasks';

export async function /*|*/DELETE(req: NextRequest, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  log('delete', { request: req });
  if (!(await remove(id))) {
    return NextResponse.json({ error: 'There is no such task' }, { status: 404 });
  }
  void audit({ action: 'delete', taskId: id, req });
  return NextResponse.json({ ok: true });
}
