'use server'

import { rooms } from '@/lib/rooms'

export async function createRoom({ color }: { color: string }) {
  if (rooms.includes(color)) {
    return { ok: false as const }
  }
  rooms.push(color)
  return { ok: true as const, data: { color } }
}
