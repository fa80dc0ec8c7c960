import { NextRequest, NextResponse } from 'next/server';
import { currentVoter } from '@/lib/voter';
import { votes } from '@/lib/votes';

// Behind a proxy, the first address is the visitor's
function clientIp(request: NextRequest) {
  return request.headers.get('x-forwarded-for')?.split(',')[0] ?? 'unknown';
}

export async function /*|*/POST(request: NextRequest) {
  const voter = await currentVoter(request);
  if (!voter) {
    return NextResponse.json({ error: 'Sign in to vote' }, { status: 401 });
  }
  const { option } = (await request.json()) as { option: string };
  const count = await votes.add(voter, option, clientIp(request));
  return NextResponse.json({ count });
}
