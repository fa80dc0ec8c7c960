const likes = new Set<string>();

export async function setLike(id: string, likes_it: boolean) {
  if (likes_it) likes.add(id);
  else likes.delete(id);
  return likes.size;
}
