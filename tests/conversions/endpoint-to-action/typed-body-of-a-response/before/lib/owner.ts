import { cookies } from 'next/headers';
import { NextResponse } from 'next/server';

export async function denied(owner: string): Promise<NextResponse | null> {
  const name = (await cookies()).get('name')?.value;
  if (!name) return NextResponse.json({ error: 'Please sign in' }, { status: 401 });
  return name === owner ? null : NextResponse.json({ error: 'Not yours' }, { status: 403 });
}
