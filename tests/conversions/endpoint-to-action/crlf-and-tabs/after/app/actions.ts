'use server';

const likes: string[] = [];

export async function like(post: string) {
	if (!post) {
		return;
	}
	likes.push(post);
}
