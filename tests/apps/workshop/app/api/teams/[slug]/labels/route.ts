import { NextResponse, type NextRequest } from 'next/server';
import { labelSchema } from '@/lib/schemas';
import { getSession } from '@/lib/session';
import { newId, store } from '@/lib/store';

type Context = { params: Promise<{ slug: string }> };

export async function GET(_req: NextRequest, { params }: Context) {
  const { slug } = await params;
  const team = store.teams.find((candidate) => candidate.slug === slug);
  return NextResponse.json(store.labels.filter(({ teamId }) => teamId === team?.id));
}

export async function POST(req: NextRequest, { params }: Context) {
  if (!(await getSession())) {
    return NextResponse.json({ error: { message: 'Please sign in' } }, { status: 401 });
  }

  const { slug } = await params;
  const team = store.teams.find((candidate) => candidate.slug === slug);
  if (!team) {
    return NextResponse.json({ error: { message: 'No such team' } }, { status: 404 });
  }

  const parsed = labelSchema.safeParse(await req.json());
  if (!parsed.success) {
    return NextResponse.json({ error: { message: parsed.error.issues[0].message } }, { status: 422 });
  }

  const label = { id: newId('label'), teamId: team.id, ...parsed.data };
  store.labels.push(label);
  return NextResponse.json(label, { status: 201 });
}
