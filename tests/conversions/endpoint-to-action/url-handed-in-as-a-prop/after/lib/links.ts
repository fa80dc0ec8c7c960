export async function addLink(target: string, owner: string) {
  return target.startsWith('https://') ? { id: `${owner}-${target.length}`, target } : null;
}
