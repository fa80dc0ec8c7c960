import { NextResponse } from 'next/server';

export async function /*|*/POST() {
  const response = NextResponse.json({ ok: true });
  response.cookies.set('seen', '1');
  return response;
}
