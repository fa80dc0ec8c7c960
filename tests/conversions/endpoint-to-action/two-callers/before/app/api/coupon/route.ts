import { NextResponse } from 'next/server';

const COUPONS: Record<string, number> = { SPRING: 20 };

export async function /*|*/POST(request: Request) {
  const { code } = (await request.json()) as { code: string };
  const percent = COUPONS[code];
  if (!percent) {
    return NextResponse.json({ error: 'Unknown code' }, { status: 404 });
  }
  return NextResponse.json({ percent });
}
