const posts = new Set(['first', 'second']);

export async function drop(id: string): Promise<number> {
  return posts.delete(id) ? posts.size : -1;
}
