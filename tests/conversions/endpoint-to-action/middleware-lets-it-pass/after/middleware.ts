import { NextResponse, type NextRequest } from 'next/server';
import { isForMembers } from './lib/paths';

export function middleware(request: NextRequest) {
  const { pathname } = request.nextUrl;
  if (isForMembers(pathname) && !request.cookies.has('session')) {
    return NextResponse.redirect(new URL('/login', request.url));
  }
  return NextResponse.next();
}

export const config = { matcher: ['/((?!_next).*)'] };
