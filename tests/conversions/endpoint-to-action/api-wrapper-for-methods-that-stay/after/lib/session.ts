export async function userOf(token: string | undefined): Promise<{ name: string } | null> {
  return token ? { name: token } : null;
}
