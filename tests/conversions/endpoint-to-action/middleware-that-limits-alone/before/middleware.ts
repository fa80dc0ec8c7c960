import { NextResponse, type NextRequest } from 'next/server';
import { limiter } from './lib/limiter';

function needsToken(path: string, method: string) {
  return method !== 'GET' && ['/api/orders'].some((each) => path.startsWith(each));
}

function withHeaders(response: NextResponse) {
  response.headers.set('Permissions-Policy', 'camera=(), payment=()');
  return response;
}

export async function middleware(request: NextRequest) {
  const { pathname } = request.nextUrl;
  try {
    let response: NextResponse;
    if (pathname.startsWith('/api/')) {
      const limit = await limiter.check(request.headers.get('x-forwarded-for') ?? 'unknown');
      if (!limit.allowed) {
        return NextResponse.json({ error: 'Slow down' }, { status: 429 });
      }
      response = NextResponse.next();
    } else {
      response = NextResponse.next();
    }
    if (needsToken(pathname, request.method) && !request.cookies.has('token')) {
      return NextResponse.json({ error: 'No token' }, { status: 403 });
    }
    response = withHeaders(response);
    return response;
  } catch (error) {
    console.error(error);
    return withHeaders(NextResponse.next());
  }
}
