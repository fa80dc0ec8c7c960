import { NextResponse } from 'next/server';
import type { NextRequest } from 'next/server';

interface Comment {
  id: number;
  postId: string;
  text: string;
}

const comments: Comment[] = [];

export async function /*|*/POST(request: NextRequest, { params }: { params: Promise<{ postId: string }> }) {
  try {
    const { postId } = await params;
    const { text }: { text: string } = await request.json();
    const comment: Comment = { id: comments.length + 1, postId, text };
    comments.push(comment);
    return NextResponse.json(comment, { status: 201 });
  } catch (error) {
    return NextResponse.json({ error: 'Failed to comment' }, { status: 500 });
  }
}
