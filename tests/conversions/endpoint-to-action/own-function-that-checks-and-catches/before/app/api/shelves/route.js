import { save } from '../../../lib/shelves';

export async function /*|*/PUT(request) {
  try {
    const { id, name } = await request.json();
    if (!name) {
      return Response.json({ error: 'What is its name?' }, { status: 400 });
    }
    const shelf = await save(id, name);
    return Response.json(shelf);
  } catch (error) {
    return Response.json({ error: 'Not renamed' }, { status: 500 });
  }
}
