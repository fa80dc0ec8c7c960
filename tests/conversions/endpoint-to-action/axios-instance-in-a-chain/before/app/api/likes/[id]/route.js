import { like } from '../../../../lib/likes';

export async function /*|*/POST(request, { params }) {
  const { id } = await params;
  return Response.json({ count: await like(id) });
}
