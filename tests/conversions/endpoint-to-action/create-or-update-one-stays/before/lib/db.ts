export interface Post {
  id: string;
  title: string;
  body: string;
}

const posts = new Map<string, Post>();

export async function insertPost(values: { title: string; body: string }): Promise<Post> {
  const post = { id: String(posts.size + 1), ...values };
  posts.set(post.id, post);
  return post;
}

export async function changePost(id: string, values: { title: string; body: string }): Promise<Post | null> {
  const post = posts.get(id);
  if (!post) return null;
  Object.assign(post, values);
  return post;
}
