const names = new Map<number, string>();

export async function rename(id: number, name: string): Promise<{ id: number; name: string }> {
  names.set(id, name);
  return { id, name };
}
