const open = new Set(['a', 'b']);

export async function accept(token: string) {
  return open.delete(token);
}
