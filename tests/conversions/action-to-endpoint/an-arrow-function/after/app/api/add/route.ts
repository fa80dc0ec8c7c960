import { add } from '../../actions';

export async function POST(request: Request) {
  const { left, right } = await request.json();
  return Response.json(await add(left, right));
}
