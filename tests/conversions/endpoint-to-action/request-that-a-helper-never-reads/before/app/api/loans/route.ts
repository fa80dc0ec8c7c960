import { NextResponse, type NextRequest } from 'next/server';
import { guard } from '@/lib/guard';
import { loans } from '@/lib/loans';

export async function GET(request: NextRequest) {
  const member = await guard(request);
  if (member instanceof Response) return member;
  return NextResponse.json(loans.get(member.id) ?? []);
}

export async function /*|*/POST(request: NextRequest) {
  const member = await guard(request);
  if (member instanceof Response) return member;
  const { book } = (await request.json()) as { book: string };
  loans.set(member.id, [...(loans.get(member.id) ?? []), book]);
  return NextResponse.json({ count: loans.get(member.id)?.length });
}
