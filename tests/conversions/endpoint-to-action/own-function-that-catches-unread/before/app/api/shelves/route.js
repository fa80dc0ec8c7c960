import { leave } from '../../../lib/shelves';

export async function /*|*/DELETE() {
  await leave();
  return Response.json({ done: true });
}
