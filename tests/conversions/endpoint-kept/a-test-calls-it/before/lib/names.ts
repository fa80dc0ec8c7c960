const names = new Set<string>();

export async function remember(name: string): Promise<number> {
  names.add(name);
  return names.size;
}
