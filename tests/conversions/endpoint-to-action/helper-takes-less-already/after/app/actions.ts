'use server';

import { headers } from 'next/headers';
import { seats } from '@/lib/seats';
import { visitorOf } from '@/lib/visitor';

export async function createSeat(seat: string) {
  try {
    if (seats.has(seat)) {
      return { ok: false as const };
    }
    seats.set(seat, visitorOf({ headers: await headers() }));
    return { ok: true as const };
  } catch (error) {
    console.error(error);
    return { ok: false as const };
  }
}
