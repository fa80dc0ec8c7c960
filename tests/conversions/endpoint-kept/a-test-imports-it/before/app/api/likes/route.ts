import { like } from '@/lib/likes';

export const /*|*/POST = async (request: Request): Promise<Response> => {
  const formData = await request.formData();
  const post = formData.get('post');
  if (typeof post !== 'string') {
    return Response.json({ error: 'Which post?' }, { status: 400 });
  }
  return Response.json({ likes: await like(post) });
};
