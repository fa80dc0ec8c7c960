export async function book(room: string): Promise<void> {
  if (room === 'attic') {
    throw new Error('The attic is closed');
  }
}
