'use server';

import { cookies } from 'next/headers';
import { signIn } from '../../lib/users';

export async function signInAction(body) {
  const session = await signIn(body.email, (await cookies()).get('visitor')?.value);
  if (!session) {
    (await cookies()).set('session', '', { maxAge: 0, path: '/' });
    return { ok: false, data: { error: 'Nobody has this address' } };
  }
  const cookieStore = await cookies();
  cookieStore.set('session', session.id, {
    httpOnly: true,
    sameSite: 'strict',
    path: '/',
  });
  cookieStore.set('name', session.name);
  return { ok: true, data: { name: session.name } };
}
