import { NextRequest, NextResponse } from 'next/server';
import { callerOf } from '@/lib/caller';
import { addVote } from '@/lib/db';

export async function /*|*/POST(request: NextRequest) {
  const { choice } = (await request.json()) as { choice: string };
  if (!['yes', 'no'].includes(choice)) {
    return NextResponse.json({ error: 'Yes or no?' }, { status: 400 });
  }
  const { ip, agent } = callerOf(request);
  await addVote({ choice, ip, agent });
  return NextResponse.json({ choice });
}
