import type { NextRequest } from 'next/server';

export async function currentVoter(request: NextRequest): Promise<string | null> {
  const token = tokenOf(request);
  return token ? `voter-${token}` : null;
}

function tokenOf(req: NextRequest) {
  if (!req.cookies.has('token')) {
    return null;
  }
  return req.cookies.get('token')?.value;
}
