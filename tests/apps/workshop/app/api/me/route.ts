import { NextResponse, type NextRequest } from 'next/server';
import { z } from 'zod';
import { getSession } from '@/lib/session';

const updateProfileSchema = z.object({ name: z.string().min(1) });

export const GET = async () => {
  const session = await getSession();
  return NextResponse.json(session?.user ?? null);
};

export const PATCH = async (req: NextRequest) => {
  const session = await getSession();
  if (!session) {
    return new Response('Unauthorized', { status: 401 });
  }

  const parsed = updateProfileSchema.safeParse(await req.json());
  if (!parsed.success) {
    return NextResponse.json({ error: parsed.error.issues[0].message }, { status: 400 });
  }

  session.user.name = parsed.data.name;
  return NextResponse.json(session.user);
};
