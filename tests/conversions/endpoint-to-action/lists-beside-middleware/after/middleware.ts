import { NextResponse, type NextRequest } from 'next/server';
import { COUNTED } from './middleware/counted';
import { isOpen } from './middleware/open';

export function middleware(request: NextRequest) {
  if (!isOpen(request) && !request.cookies.has('session')) {
    return NextResponse.redirect(new URL('/login', request.url));
  }
  const response = NextResponse.next();
  if (COUNTED.includes(request.nextUrl.pathname)) {
    response.headers.set('x-counted', 'yes');
  }
  return response;
}
