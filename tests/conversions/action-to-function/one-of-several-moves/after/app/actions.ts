"use server";

import { db } from "@/lib/db";
import { getPosts } from "./get-posts";

export async function addPost(title: string) {
  db.posts.unshift({ title });
  return (await getPosts(1))[0];
}
