const notes: string[] = [];

export async function save(text: string): Promise<number> {
  notes.push(text);
  return notes.length;
}

export async function limit(): Promise<number> {
  return 10;
}
