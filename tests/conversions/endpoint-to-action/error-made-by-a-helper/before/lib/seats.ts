export async function reserve(seat: number): Promise<string> {
  if (seat === 13) throw new Error('Nobody sits there')
  return `ticket-${seat}`
}
