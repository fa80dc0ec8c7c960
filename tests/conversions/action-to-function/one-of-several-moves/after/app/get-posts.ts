import "server-only";
import { db } from "@/lib/db";
import type { Post } from "@/lib/db";

// Newest first.
export async function getPosts(limit = 10): Promise<Post[]> {
  return db.posts.slice(0, limit);
}
