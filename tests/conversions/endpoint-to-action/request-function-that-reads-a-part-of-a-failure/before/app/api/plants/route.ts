import { water } from '@/lib/garden';

export async function POST/*|*/(request: Request) {
  const { name } = (await request.json()) as { name: string };
  if (!name) return Response.json({ error: 'Which plant?' }, { status: 400 });
  return Response.json({ litres: await water(name) });
}
