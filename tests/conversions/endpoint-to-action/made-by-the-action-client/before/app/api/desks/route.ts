import { z } from 'zod';
import { desks } from '@/lib/desks';
import { getSession } from '@/lib/session';

const wish = z.object({ desk: z.string().min(1) });

export async function /*|*/POST(request: Request) {
  const session = await getSession();
  if (!session) {
    return Response.json({ error: 'Sign in to book a desk' }, { status: 401 });
  }
  const parsed = wish.safeParse(await request.json());
  if (!parsed.success) {
    return Response.json({ error: 'Which desk?' }, { status: 400 });
  }
  if (desks.has(parsed.data.desk)) {
    return Response.json({ error: 'Somebody sits there' }, { status: 409 });
  }
  desks.set(parsed.data.desk, session.user);
  return Response.json({ until: 'tonight' });
}
