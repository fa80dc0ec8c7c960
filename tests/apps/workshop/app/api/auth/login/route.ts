import { NextResponse, type NextRequest } from 'next/server';
import { startSession } from '@/lib/session';
import { store } from '@/lib/store';

export async function POST(req: NextRequest) {
  const { email, password } = (await req.json()) as { email: string; password: string };

  const user = store.users.find((candidate) => candidate.email === email);
  if (!user || password.length < 8) {
    return NextResponse.json({ error: 'Email or password is wrong' }, { status: 401 });
  }

  await startSession(user);
  return NextResponse.json({ id: user.id, name: user.name });
}
