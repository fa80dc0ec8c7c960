import { NextResponse } from 'next/server';
import { createUser } from '@/lib/users';

export async function /*|*/POST(request: Request) {
  const { name } = (await request.json()) as { name: string };
  const user = await createUser(name);
  return NextResponse.json({ user });
}
