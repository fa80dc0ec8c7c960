import { NextResponse } from 'next/server';
import { seeds } from '@/lib/seeds';

export async function /*|*/POST(request: Request) {
  const { kind } = await request.json();
  seeds.push(String(kind));
  return NextResponse.json({ count: seeds.length });
}
