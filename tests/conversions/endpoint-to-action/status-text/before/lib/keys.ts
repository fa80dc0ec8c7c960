export async function currentUser(): Promise<{ keys: number } | null> {
  return { keys: 2 };
}

export async function createKey(name: string): Promise<string> {
  return `key-of-${name}`;
}
