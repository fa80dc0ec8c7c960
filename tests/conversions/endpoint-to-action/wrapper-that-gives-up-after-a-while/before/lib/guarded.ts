import { NextRequest, NextResponse } from 'next/server';
import { currentUser, type User } from '@/lib/user';

type Handler = (
  request: NextRequest,
  user: User,
  context?: { params?: Promise<Record<string, string>> },
) => Promise<NextResponse> | NextResponse;

export function failed(request: NextRequest, error: unknown): NextResponse {
  console.error(request.method, error);
  return NextResponse.json({ error: 'Something went wrong' }, { status: 500 });
}

export function guarded(handler: Handler, limit = 10_000) {
  return async (request: NextRequest, context?: { params?: Promise<Record<string, string>> }): Promise<NextResponse> => {
    const path = request.nextUrl.pathname;
    const user = await currentUser();
    if (!user) {
      console.warn('nobody', path);
      return NextResponse.json({ error: 'Sign in first' }, { status: 401 });
    }

    const id = crypto.randomUUID();
    let timer: ReturnType<typeof setTimeout> | undefined;
    try {
      const answer = handler(request, user, context);
      const response =
        limit > 0
          ? await Promise.race([
              answer,
              new Promise<never>((_, reject) => {
                timer = setTimeout(() => reject(new Error('Took too long')), limit);
              }),
            ])
          : await answer;
      response.headers.set('X-Request-Id', id);
      return response;
    } catch (error) {
      const response = failed(request, error);
      response.headers.set('X-Request-Id', id);
      return response;
    } finally {
      if (timer) clearTimeout(timer);
    }
  };
}
