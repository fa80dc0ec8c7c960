export async function getSession(): Promise<{ user: { id: string } } | null> {
  return { user: { id: '1' } };
}
