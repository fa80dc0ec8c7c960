import { NextResponse, type NextRequest } from 'next/server';

type Handler = (request: NextRequest, context: { params: Promise<{ tower: string }> }) => Promise<NextResponse>;

export function answered(handler: Handler): Handler {
  return async (request, context) => {
    try {
      return await handler(request, context);
    } catch (error) {
      if (error instanceof RangeError) {
        return NextResponse.json({ error: error.message }, { status: 400 });
      }
      console.error({ path: request.nextUrl.pathname, agent: request.headers.get('user-agent'), error });
      return NextResponse.json({ error: 'The bell is stuck' }, { status: 500 });
    }
  };
}
