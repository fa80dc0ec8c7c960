import { NextResponse, type NextRequest } from 'next/server';
import { Missing } from './errors';

interface Options {
  area: string;
  slowAfter?: number;
}

// Every request leaves a line in the log, with how long it took.
export function observed<T>(
  handler: (request: NextRequest, context: { params: Promise<T> }) => Promise<Response>,
  { area, slowAfter = 500 }: Options,
) {
  return async (request: NextRequest, context: { params: Promise<T> }): Promise<Response> => {
    const begun = Date.now();
    const what = `${request.method} ${request.nextUrl.pathname}`;
    try {
      const response = await handler(request, context);
      const took = Date.now() - begun;
      if (took > slowAfter) {
        console.warn(area, what, 'was slow', took);
      }
      console.info(area, what, response.status, request.headers.get('user-agent'));
      return response;
    } catch (error) {
      console.error(area, what, error);
      if (error instanceof Missing) {
        return NextResponse.json({ error: error.message }, { status: 404 });
      }
      return NextResponse.json({ error: 'Something went wrong' }, { status: 500 });
    }
  };
}
