import { redirect } from 'next/navigation';
import type { NextRequest } from 'next/server';
import { startSession } from '@/lib/session';
import { store } from '@/lib/store';

export async function GET(request: NextRequest) {
  const code = request.nextUrl.searchParams.get('code');
  const user = code && store.users[0];

  if (!user) {
    redirect('/login?error=oauth');
  }

  await startSession(user);
  redirect('/');
}
