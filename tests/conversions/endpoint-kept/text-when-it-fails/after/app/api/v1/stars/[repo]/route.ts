import { deleteStar } from '@/app/stars/delete-star';

export async function OPTIONS() {
  return new Response(null, { status: 204, headers: { Allow: 'DELETE, OPTIONS' } });
}

export async function DELETE(request: Request, context: { params: Promise<{ repo: string }> }) {
  const reason = new URL(request.url).searchParams.get('reason');
  const { repo } = await context.params;
  const { ok, status, data } = await deleteStar({ repo, reason });
  if (!ok) {
    return new Response(data, { status });
  }
  return new Response(null, { status });
}
