import { shout } from '../../actions';

export async function POST(request: Request) {
  const { words, times } = await request.json();
  return Response.json(await shout(words, times));
}
