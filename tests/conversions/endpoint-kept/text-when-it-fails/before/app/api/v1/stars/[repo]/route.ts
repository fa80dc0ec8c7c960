import { remove } from '@/lib/stars';

export async function OPTIONS() {
  return new Response(null, { status: 204, headers: { Allow: 'DELETE, OPTIONS' } });
}

export async function /*|*/DELETE(request: Request, context: { params: Promise<{ repo: string }> }) {
  const reason = new URL(request.url).searchParams.get('reason');
  if (request.headers.get('user-agent') === 'guest') {
    return new Response('Guests have no stars', { status: 403 });
  }
  const { repo } = await context.params;
  if (!(await remove(repo, reason ?? 'no reason'))) {
    return new Response(`No star for ${repo}`, { status: 404 });
  }
  return new Response(null, { status: 204 });
}
