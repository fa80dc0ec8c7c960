export async function search(query: Record<string, string>) {
  return Object.keys(query);
}
