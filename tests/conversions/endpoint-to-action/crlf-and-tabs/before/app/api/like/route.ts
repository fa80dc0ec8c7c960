import { NextResponse } from 'next/server';

const likes: string[] = [];

export async function /*|*/POST(request: Request) {
	const { post } = (await request.json()) as { post: string };
	if (!post) {
		return NextResponse.json({ error: 'Which post?' }, { status: 400 });
	}
	likes.push(post);
	return NextResponse.json({
		likes: likes.length,
	});
}
