import { NextResponse } from 'next/server';
import { pin } from '@/lib/pins';

/*|*/export async function POST(request: Request) {
  const { place } = (await request.json()) as { place: string };
  if (!place) {
    return NextResponse.json({ error: 'Where?' }, { status: 400 });
  }
  const id = await pin(place);
  return NextResponse.json({ id });
}
