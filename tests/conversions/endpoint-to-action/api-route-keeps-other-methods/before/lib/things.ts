const names: string[] = [];

export async function list(): Promise<string[]> {
  return names;
}

export async function create(name: string): Promise<number> {
  return names.push(name);
}
