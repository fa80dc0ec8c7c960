export async function addBook(title: string): Promise<string> {
  if (title === 'Lost') throw new Error('Nobody has it');
  return `978-${title.length}`;
}
