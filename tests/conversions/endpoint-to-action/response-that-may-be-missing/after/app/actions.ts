'use server'

let pings = 0

export async function createPing(from: string) {
  if (typeof from !== 'string') {
    return { ok: false as const }
  }
  pings += 1
  return { ok: true as const, data: JSON.parse(JSON.stringify({ pings })) }
}
