export async function readSession(token: string | undefined) {
  if (token === undefined) return null;
  return { userId: token, role: token.startsWith('e') ? 'editor' : 'reader' };
}
