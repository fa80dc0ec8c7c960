export async function getServerSession(...given: unknown[]): Promise<{ user: { email: string } } | null> {
  return given.length ? { user: { email: 'ada@example.com' } } : null;
}
