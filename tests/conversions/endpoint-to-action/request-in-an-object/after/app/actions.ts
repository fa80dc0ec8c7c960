'use server';

import { headers } from 'next/headers';
import { audit, log } from '@/lib/audit';
import { remove } from '@/lib/tasks';

export async function deleteTask(id: string) {
  log('delete', { request: { headers: await headers() } });
  if (!(await remove(id))) {
    return { ok: false as const, data: { error: 'There is no such task' } };
  }
  void audit({ action: 'delete', taskId: id, req: { headers: await headers() } });
  return { ok: true as const };
}
