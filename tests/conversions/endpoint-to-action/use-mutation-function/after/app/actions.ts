'use server';

interface Comment {
  id: number;
  postId: string;
  text: string;
}

const comments: Comment[] = [];

export async function createComment({
  postId,
  text,
}: {
  postId: string;
  text: string;
}) {
  try {
    const comment: Comment = { id: comments.length + 1, postId, text };
    comments.push(comment);
    return { ok: true as const, data: comment };
  } catch (error) {
    return { ok: false as const };
  }
}
