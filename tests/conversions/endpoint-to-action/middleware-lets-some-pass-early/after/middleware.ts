import { NextResponse, type NextRequest } from 'next/server';
import { readSession } from './lib/session';

export async function middleware(request: NextRequest) {
  const session = await readSession(request.cookies.get('session')?.value);
  if (session?.role === 'editor') {
    return NextResponse.next();
  }
  if (request.nextUrl.pathname.startsWith('/login')) {
    return NextResponse.next();
  }
  if (!session) {
    return NextResponse.redirect(new URL('/login', request.url));
  }
  if (request.method !== 'GET') {
    return NextResponse.json({ error: 'Only editors may do that' }, { status: 403 });
  }
  return NextResponse.next();
}
