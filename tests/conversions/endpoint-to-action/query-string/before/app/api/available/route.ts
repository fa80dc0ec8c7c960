import { NextResponse, type NextRequest } from 'next/server';

const TAKEN = ['ada@example.com'];

export async function /*|*/GET(request: NextRequest) {
  const { searchParams } = request.nextUrl;
  const email = searchParams.get('email');
  const strict = searchParams.get('strict') === '1';
  if (!email) {
    return NextResponse.json({ available: !strict });
  }
  return NextResponse.json({ available: !TAKEN.includes(email) });
}
