import { NextResponse, type NextRequest } from 'next/server';
import { getSession } from '@/lib/session';
import { store } from '@/lib/store';

export async function POST(req: NextRequest, { params }: { params: Promise<{ slug: string }> }) {
  const session = await getSession();
  if (!session) {
    return new NextResponse('Unauthorized', { status: 401 });
  }

  const { slug } = await params;
  const file = (await req.formData()).get('file');
  if (!(file instanceof File)) {
    return new NextResponse('A file is missing', { status: 400 });
  }

  const url = `data:${file.type};base64,${Buffer.from(await file.arrayBuffer()).toString('base64')}`;
  for (const team of store.teams) {
    if (team.slug === slug) team.avatar = url;
  }
  return NextResponse.json({ url });
}
