import { save } from '../../../lib/shelves';

export async function /*|*/POST(request) {
  try {
    const { name } = await request.json();
    const shelf = await save('new', name);
    return Response.json(shelf);
  } catch (error) {
    return Response.json({ error: 'Not added' }, { status: 500 });
  }
}
