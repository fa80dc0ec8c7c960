export async function me(): Promise<{ name: string; admin: boolean } | null> {
  return { name: 'Ada', admin: true };
}
