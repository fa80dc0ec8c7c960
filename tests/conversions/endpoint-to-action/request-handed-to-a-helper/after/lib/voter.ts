import type { NextRequest } from 'next/server';

export async function currentVoter(request: { cookies: Pick<NextRequest['cookies'], 'get' | 'has'> }): Promise<string | null> {
  const token = tokenOf(request);
  return token ? `voter-${token}` : null;
}

function tokenOf(req: { cookies: Pick<NextRequest['cookies'], 'get' | 'has'> }) {
  if (!req.cookies.has('token')) {
    return null;
  }
  return req.cookies.get('token')?.value;
}
