const notes = new Map<string, string>();

export async function store(text: string): Promise<string | null> {
  if (notes.size > 99) return null;
  const id = `note-${notes.size}`;
  notes.set(id, text);
  return id;
}
