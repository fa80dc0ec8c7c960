'use server';

import { Refusal, errorResponse } from '@/lib/with-errors';

const seats = new Map<string, string[]>();

export async function createSeat({ row, name }: { row: string; name: string }) {
  try {
    const taken = seats.get(row) ?? [];
    if (taken.length > 3) {
      throw new Refusal('This row is full', 409);
    }
    seats.set(row, [...taken, name]);
    return { ok: true as const, data: { left: 3 - taken.length } };
  } catch (error) {
    const response = errorResponse(error);
    return { ok: response.ok, data: await response.json() };
  }
}
