import { NextResponse } from 'next/server';
import { invite } from '@/lib/members';

export async function /*|*/POST(request: Request, { params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const { email, role } = (await request.json()) as { email: string; role: string };
  if (!email.includes('@')) {
    return NextResponse.json({ error: { message: 'That is no address' } }, { status: 422 });
  }
  const member = await invite(slug, email, role);
  return NextResponse.json({ name: member }, { status: 201 });
}
