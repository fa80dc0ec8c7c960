export async function mark(at: string) {
  return at;
}

export async function archive(ids: string[], { force }: { force: boolean }) {
  return force ? ids.length : 0;
}
