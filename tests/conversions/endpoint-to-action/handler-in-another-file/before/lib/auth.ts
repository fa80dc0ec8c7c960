import { cookies } from 'next/headers';
import { NextResponse } from 'next/server';

export interface User {
  name: string;
}

type Handler = (request: Request, context: { user: User }) => Promise<Response>;

export function withAuth(handler: Handler) {
  return async (request: Request) => {
    const name = (await cookies()).get('name')?.value;
    if (!name) {
      return NextResponse.json({ error: 'Please sign in' }, { status: 401 });
    }
    return handler(request, { user: { name } });
  };
}
