import { NextRequest, NextResponse } from 'next/server';
import { getToken } from 'next-auth/jwt';
import { tags } from '@/lib/tags';

export async function /*|*/POST(request: NextRequest) {
  const token = await getToken({ req: request, secret: process.env.NEXTAUTH_SECRET });
  if (!token) {
    return NextResponse.json({ error: 'Unauthorized' }, { status: 401 });
  }
  const { name } = (await request.json()) as { name: string };
  tags.push(name);
  return NextResponse.json({ count: tags.length }, { status: 201 });
}
