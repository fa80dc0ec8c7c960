const likes = new Map<string, number>();

export async function like(post: string): Promise<number> {
  likes.set(post, (likes.get(post) ?? 0) + 1);
  return likes.get(post) ?? 0;
}
