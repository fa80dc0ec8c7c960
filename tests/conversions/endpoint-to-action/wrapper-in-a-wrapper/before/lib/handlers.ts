import { cookies } from 'next/headers';
import { NextResponse } from 'next/server';

export class Invalid extends Error {}

type Route = (req: Request) => Promise<Response>;

export function withErrors(handler: Route): Route {
  return async (req) => {
    try {
      return await handler(req);
    } catch (error) {
      if (error instanceof Invalid) {
        return NextResponse.json({ error: error.message }, { status: 400 });
      }
      return NextResponse.json({ error: 'Something went wrong' }, { status: 500 });
    }
  };
}

export function withUser(handler: (req: Request, userId: string) => Promise<Response>): Route {
  return async (req) => {
    const userId = (await cookies()).get('id')?.value;
    if (!userId) throw new Invalid('Nobody is signed in');
    return handler(req, userId);
  };
}
