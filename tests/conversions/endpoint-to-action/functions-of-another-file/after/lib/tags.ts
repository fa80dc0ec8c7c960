export async function allTags(): Promise<string[]> {
  return ['garden', 'kitchen'];
}

export async function addTag(name: string, color: string): Promise<{ name: string; color: string }> {
  return { name, color };
}
