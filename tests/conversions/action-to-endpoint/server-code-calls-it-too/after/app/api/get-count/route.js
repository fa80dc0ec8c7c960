import { getCount } from '../../get-count';

export async function POST() {
  return Response.json(await getCount());
}
