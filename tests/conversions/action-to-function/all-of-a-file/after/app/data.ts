export async function load(kind: string) {
  return [kind];
}
