import { NextResponse } from 'next/server';
import { steps } from '@/lib/steps';
import { walkerOf } from '@/lib/walker';

export async function /*|*/POST(request: Request) {
  const walker = await walkerOf(request);
  if (!walker) {
    return NextResponse.json({ error: 'Who walks?' }, { status: 401 });
  }
  const { count } = await request.json();
  const device = request.headers.get('x-device') ?? 'browser';
  return NextResponse.json({ total: steps.add(walker, count, device) });
}
