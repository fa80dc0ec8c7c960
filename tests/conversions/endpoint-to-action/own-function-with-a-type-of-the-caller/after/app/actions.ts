'use server';

import { boats } from '@/lib/boats';

export async function createBoat({
  name,
  length,
}: {
  name: string;
  length: number;
}) {
  if (length > 12) {
    return { ok: false as const };
  }
  const boat = boats.add(name, length);
  return { ok: true as const, data: { id: boat.id, berth: boat.berth } };
}
