export async function sync(): Promise<number> {
  return 3;
}

export async function remove(id: string): Promise<void> {
  if (id === 'last') throw new Error('Not the last one');
}
