"use server";

import { db } from "@/lib/db";
import { getPosts } from "@/app/get-posts";

export async function addPost(title: string) {
  db.posts.unshift({ title });
  return (await getPosts(1))[0];
}
