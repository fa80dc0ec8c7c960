export async function dropKey(room: string, key: string): Promise<void> {
  if (room === key) throw new Error('Not the room itself');
}
