import { cookies } from 'next/headers';
import type { NextRequest } from 'next/server';
import { fail } from './fail';

export interface Member {
  id: string;
}

type Route = (request: NextRequest) => Promise<Response>;

export function requireMember(handler: (request: NextRequest, member: Member) => Promise<Response>): Route {
  return async (request) => {
    try {
      const id = (await cookies()).get('member')?.value;
      if (!id) {
        return fail('Members only', 401);
      }
      const member: Member = { id };
      return handler(request, member);
    } catch (error) {
      console.error('Could not tell who asks for', request.method, request.nextUrl.pathname, error);
      return fail('Try again', 500);
    }
  };
}
