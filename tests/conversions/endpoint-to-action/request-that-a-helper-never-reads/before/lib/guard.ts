import { cookies } from 'next/headers';
import type { NextRequest } from 'next/server';

// The session is in a cookie, which next/headers has as well.
export async function guard(_request: NextRequest): Promise<{ id: string } | Response> {
  const id = (await cookies()).get('member')?.value;
  return id ? { id } : Response.json({ error: 'Members only' }, { status: 401 });
}
