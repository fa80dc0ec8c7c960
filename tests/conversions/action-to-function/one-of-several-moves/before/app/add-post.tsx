"use client";

import { addPost, type getPosts } from "./actions";

export type Posts = Awaited<ReturnType<typeof getPosts>>;

export function AddPost() {
  return <button onClick={() => addPost("New")}>Add</button>;
}
