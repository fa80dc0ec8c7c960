import { NextResponse, type NextRequest } from 'next/server';
import { readSession } from '@/lib/session';

const OPEN = ['/api/health', '/api/auth'];

export async function middleware(request: NextRequest) {
  const { pathname } = request.nextUrl;
  console.log(`${request.method} ${pathname}`);

  if (OPEN.some((path) => pathname.startsWith(path))) {
    return NextResponse.next();
  }

  const session = await readSession(request.cookies.get('session')?.value);
  if (!session) {
    if (pathname.startsWith('/api/')) {
      return NextResponse.json({ error: 'Please sign in' }, { status: 401 });
    }
    const login = new URL('/login', request.url);
    login.searchParams.set('from', pathname);
    return NextResponse.redirect(login);
  }
  if (pathname.startsWith('/api/names') && session.role !== 'editor') {
    return NextResponse.json({ error: 'Only editors may do that' }, { status: 403 });
  }

  const response = NextResponse.next();
  response.headers.set('x-frame-options', 'DENY');
  return response;
}

export const config = { matcher: ['/((?!_next).*)'] };
