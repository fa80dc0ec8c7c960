import { NextResponse, type NextRequest } from 'next/server';

type Handler = (request: NextRequest, context: { params: Promise<{ tower: string }> }) => Promise<NextResponse>;

export function answeredErrorResponse(request: { nextUrl: { pathname: string }; headers: Headers }, error: unknown) {
  if (error instanceof RangeError) {
    return NextResponse.json({ error: error.message }, { status: 400 });
  }
  console.error({ path: request.nextUrl.pathname, agent: request.headers.get('user-agent'), error });
  return NextResponse.json({ error: 'The bell is stuck' }, { status: 500 });
}

export function answered(handler: Handler): Handler {
  return async (request, context) => {
    try {
      return await handler(request, context);
    } catch (error) {
      return answeredErrorResponse(request, error);
    }
  };
}
