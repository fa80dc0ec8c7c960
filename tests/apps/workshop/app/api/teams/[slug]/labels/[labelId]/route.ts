import { NextResponse, type NextRequest } from 'next/server';
import { labelSchema } from '@/lib/schemas';
import { getSession } from '@/lib/session';
import { store } from '@/lib/store';

export async function PUT(req: NextRequest, props: { params: Promise<{ slug: string; labelId: string }> }) {
  const params = await props.params;
  if (!(await getSession())) {
    return NextResponse.json({ error: { message: 'Please sign in' } }, { status: 401 });
  }

  const label = store.labels.find(({ id }) => id === params.labelId);
  if (!label) {
    return NextResponse.json({ error: { message: 'No such label' } }, { status: 404 });
  }

  const parsed = labelSchema.safeParse(await req.json());
  if (!parsed.success) {
    return NextResponse.json({ error: { message: parsed.error.issues[0].message } }, { status: 422 });
  }

  Object.assign(label, parsed.data);
  return NextResponse.json(label);
}
