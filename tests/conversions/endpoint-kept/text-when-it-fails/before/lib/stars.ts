const stars = new Set(['next', 'react']);

export async function remove(repo: string, reason: string): Promise<boolean> {
  return reason !== 'none' && stars.delete(repo);
}
