import { NextResponse, type NextRequest } from 'next/server';

const votes: { option: string; agent: string | null; voter?: string }[] = [];

export async function /*|*/POST(request: NextRequest) {
  const body = (await request.json()) as { option: string };
  const agent = request.headers.get('user-agent');
  const voter = request.cookies.get('voter')?.value;
  votes.push({ option: body.option, agent, voter });
  return NextResponse.json({ count: votes.length });
}
