"use client";

import { addPost } from "./actions";
import type { getPosts } from "./get-posts";

export type Posts = Awaited<ReturnType<typeof getPosts>>;

export function AddPost() {
  return <button onClick={() => addPost("New")}>Add</button>;
}
