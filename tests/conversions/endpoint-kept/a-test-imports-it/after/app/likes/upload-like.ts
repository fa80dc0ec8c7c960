import { like } from '@/lib/likes';

export async function uploadLike(formData: FormData) {
  const post = formData.get('post');
  if (typeof post !== 'string') {
    return { ok: false as const, status: 400, data: { error: 'Which post?' } };
  }
  return { ok: true as const, status: 200, data: { likes: await like(post) } };
}
