import { NextResponse } from 'next/server';
import { auth } from '@/auth';

export default auth((req) => {
  if (!req.auth && req.nextUrl.pathname !== '/login') {
    return NextResponse.redirect(new URL('/login', req.nextUrl.origin));
  }
});

export const config = { matcher: ['/((?!_next/static|_next/image|favicon.ico).*)'] };
