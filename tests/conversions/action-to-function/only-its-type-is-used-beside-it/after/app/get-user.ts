import 'server-only';

export async function getUser(id: string) {
  return { id };
}
