'use server';

import { addStop } from '@/lib/trips';

export async function createStop({
  id,
  day,
  place,
}: {
  id: string;
  day: string | null;
  place: string;
}) {
  try {
    if (!place) {
      return { ok: false as const, status: 400 };
    }
    return { ok: true as const, status: 200, data: JSON.parse(JSON.stringify({ stops: addStop(id, place, day) })) };
  } catch (error) {
    console.error(error);
    return { ok: false as const, status: 500 };
  }
}
