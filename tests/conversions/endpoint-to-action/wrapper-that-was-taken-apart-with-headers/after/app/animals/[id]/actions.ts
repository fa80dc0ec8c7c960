'use server';

import { headers } from 'next/headers';
import { animals } from '@/lib/animals';
import { checkPermission } from '@/lib/permission';

export async function updateAnimal({ id, fed }: { id: string; fed: string }) {
  const refusal = await checkPermission(
    { headers: await headers() },
    { action: 'change', of: 'animals' },
  );
  if (refusal) {
    return { ok: false as const, data: await refusal.json() };
  }

  const animal = animals.get(id);
  if (!animal) {
    return { ok: false as const, data: { error: 'No such animal' } };
  }
  animals.set(id, { ...animal, fed });
  return { ok: true as const, data: { name: animal.name } };
}
