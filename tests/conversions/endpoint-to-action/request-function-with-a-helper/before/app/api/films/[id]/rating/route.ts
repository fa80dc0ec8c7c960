import { NextResponse } from 'next/server';
import { rate } from '@/lib/films';

export async function /*|*/PUT(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { stars } = (await request.json()) as { stars: number };
  if (stars > 5) {
    return NextResponse.json({ error: 'Five at most' }, { status: 422 });
  }
  const average = await rate(id, stars);
  return NextResponse.json({ average });
}
