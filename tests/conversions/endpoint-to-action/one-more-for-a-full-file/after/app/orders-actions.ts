'use server';

import { run } from '@/lib/store';

export async function updateOrderStatus({
  id,
  status,
}: {
  id: string;
  status: string;
}) {
  try {
    await run(status, id);
    return { ok: true as const };
  } catch (error) {
    console.error(error);
    return { ok: false as const };
  }
}
