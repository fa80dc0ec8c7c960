import * as z from 'zod';
import { mayEdit, posts } from '@/lib/posts';

const contextSchema = z.object({
  params: z.object({
    postId: z.string(),
  }),
});

export async function /*|*/PATCH(request: Request, context: z.infer<typeof contextSchema>) {
  try {
    const { params } = contextSchema.parse(context);

    if (!(await mayEdit(params.postId))) {
      return new Response(null, { status: 403 });
    }

    const { title } = (await request.json()) as { title: string };
    const post = await posts.rename(params.postId as string, title);

    return new Response(post.title, { status: 200 });
  } catch (error) {
    if (error instanceof z.ZodError) {
      return new Response(error.message, { status: 422 });
    }

    return new Response(null, { status: 500 });
  }
}
