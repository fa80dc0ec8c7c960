import { NextResponse, type NextRequest } from 'next/server';

const COUNTED = ['/api/plants', '/api/pots'];

export function middleware(request: NextRequest) {
  const response = NextResponse.next();
  if (COUNTED.includes(request.nextUrl.pathname)) {
    response.headers.set('x-counted', 'yes');
  }
  return response;
}
