import { latest } from '../../latest';

export async function POST(request: Request) {
  const { topic, options } = await request.json();
  return Response.json(await latest(topic, options));
}
