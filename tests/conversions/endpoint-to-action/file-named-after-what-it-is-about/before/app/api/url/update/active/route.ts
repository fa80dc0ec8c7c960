import { setActive } from '@/lib/urls';

export async function /*|*/POST(request: Request) {
  const { id, active } = (await request.json()) as { id: string; active: boolean };
  await setActive(id, active);
  return Response.json({ id });
}
