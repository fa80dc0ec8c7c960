import { NextResponse } from 'next/server';
import { create } from '@/lib/stores';

export async function /*|*/POST(request: Request) {
  try {
    const { name } = (await request.json()) as { name: string };
    if (!name) return new NextResponse('A store needs a name', { status: 400 });
    if (name.length > 20) return NextResponse.json({ error: 'This name is too long' }, { status: 400 });
    return NextResponse.json(await create(name));
  } catch (error: any) {
    return new NextResponse(error.message || 'Internal error', { status: 500 });
  }
}
