export type Post = { title: string };

export const db = { posts: [] as Post[] };
