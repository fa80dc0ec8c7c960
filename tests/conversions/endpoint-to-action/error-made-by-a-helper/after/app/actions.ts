'use server'

import { reserve } from '@/lib/seats'

export async function createSeat(seat: number) {
  if (seat > 40) {
    return { ok: false as const, data: { error: 'There are forty seats' } }
  }
  const ticket = await reserve(seat)
  return { ok: true as const, data: { ticket } }
}
