import { withRole } from '../../../../lib/auth';

const titles = new Map<string, string>();

const handler = withRole('editor')(async (request, { params, session }) => {
  const { id } = await params;
  const { title } = (await request.json()) as { title: string };
  titles.set(id, `${title} by ${session.email}`);
  return new Response(null, { status: 204 });
});

export { handler as /*|*/PUT };
