import { NextResponse, type NextRequest } from 'next/server';

const invites = new Map<string, string>();

export async function POST(request: NextRequest) {
  const { origin, searchParams } = new URL(request.url);
  const team = searchParams.get('team');
  const { email } = (await request.json()) as { email: string };
  const token = crypto.randomUUID();
  invites.set(token, `${team}: ${email}`);
  return NextResponse.json({ link: `${origin}/join/${token}`, site: process.env.SITE_URL || request.nextUrl.origin });
}
