import { NextResponse } from 'next/server';
import { createKey, currentUser } from '@/lib/keys';

export async function /*|*/POST(request: Request) {
  const { name } = (await request.json()) as { name: string };
  const user = await currentUser();
  if (!user) {
    return NextResponse.json({ error: 'Sign in first' }, { status: 401 });
  }
  if (user.keys >= 5) {
    return new Response(null, { status: 409, statusText: `Only ${user.keys} keys` });
  }
  try {
    return NextResponse.json({ key: await createKey(name) }, { status: 201 });
  } catch (error) {
    console.error(error);
    return NextResponse.json({ error: 'Server error' }, { status: 500 });
  }
}
