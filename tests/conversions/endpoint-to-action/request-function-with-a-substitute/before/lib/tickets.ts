export async function book(seat: string): Promise<string> {
  return `ticket-${seat}`;
}
