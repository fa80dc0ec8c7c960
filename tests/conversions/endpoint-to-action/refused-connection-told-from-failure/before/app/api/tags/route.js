import { save } from '../../../lib/shelves';

export async function /*|*/POST(request) {
  const { name } = await request.json();
  const shelf = await save('new', name);
  return Response.json(shelf);
}
