'use server';

import { cookies } from 'next/headers';
import { sign, users } from '@/lib/users';

const WEEK = 60 * 60 * 24 * 7;

export async function login({ email, password }: { email: string; password: string }) {
  try {
    const user = await users.find(email, password);
    if (!user) {
      (await cookies()).delete('token');
      return { ok: false as const, data: { error: 'Wrong email or password' } };
    }

    const token = await sign(user.id);

    // The browser keeps it for a week
    const cookieStore = await cookies();
    cookieStore.set('token', token, {
      httpOnly: true,
      secure: process.env.NODE_ENV === 'production',
      maxAge: WEEK,
      path: '/',
    });
    cookieStore.set({ name: 'theme', value: user.theme });

    return { ok: true as const, data: { message: 'Welcome', user: { name: user.name } } };
  } catch (error) {
    console.error(error);
    return { ok: false as const, data: { error: 'Internal server error' } };
  }
}
