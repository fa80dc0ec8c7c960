const links = new Set(['a']);

export async function removeLink(id: string) {
  return links.delete(id);
}
