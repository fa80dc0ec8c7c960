export async function addTicket(subject: string): Promise<number> {
  return subject.length;
}
