export async function archive(id: string, { force }: { force: boolean }) {
  return force ? id.length : 0;
}
