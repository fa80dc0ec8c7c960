export async function createUser(name: string): Promise<{ id: string; name: string }> {
  return { id: '1', name };
}
