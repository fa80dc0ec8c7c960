import { NextResponse } from 'next/server';

export function limited(most: number, handler: (request: Request) => Promise<Response>) {
  const times = new Map<string, number>();

  return async (request: Request) => {
    const now = new Date().toISOString().slice(0, 16);
    const soFar = times.get(now) ?? 0;
    times.set(now, soFar + 1);
    if (soFar >= most) {
      return NextResponse.json({ error: 'Too much at once' }, { status: 429 });
    }
    return handler(request);
  };
}
