import { notes } from '../../../../lib/notes';

export async function /*|*/PATCH(request, { params }) {
  const { id } = await params;
  const { text } = await request.json();
  if (!text) {
    return Response.json({ message: 'Write something' }, { status: 400 });
  }
  return Response.json(await notes.change(id, text));
}
