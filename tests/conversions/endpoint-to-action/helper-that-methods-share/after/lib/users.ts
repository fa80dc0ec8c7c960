export async function userOf(token: string): Promise<{ name: string } | null> {
  return token ? { name: token } : null;
}
