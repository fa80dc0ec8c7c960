import { NextResponse } from 'next/server';

export async function /*|*/POST(request: Request) {
  if (request.headers.get('authorization') !== `Bearer ${process.env.TOKEN}`) {
    return new NextResponse('Unauthorized', { status: 401 });
  }
  return NextResponse.json({ ok: true });
}
