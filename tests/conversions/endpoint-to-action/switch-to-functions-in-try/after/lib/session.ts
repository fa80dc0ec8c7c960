export async function cookOf(token: string | undefined): Promise<{ name: string } | null> {
  return token ? { name: token } : null;
}
