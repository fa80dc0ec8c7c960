import { NextRequest, NextResponse } from 'next/server';
import { sign, users } from '@/lib/users';

const WEEK = 60 * 60 * 24 * 7;

export async function /*|*/POST(request: NextRequest) {
  try {
    const { email, password } = await request.json();

    const user = await users.find(email, password);
    if (!user) {
      const denied = NextResponse.json({ error: 'Wrong email or password' }, { status: 401 });
      denied.cookies.delete('token');
      return denied;
    }

    const token = await sign(user.id);

    // The browser keeps it for a week
    const response = NextResponse.json({ message: 'Welcome', user: { name: user.name } }, { status: 200 });
    response.cookies.set('token', token, {
      httpOnly: true,
      secure: process.env.NODE_ENV === 'production',
      maxAge: WEEK,
      path: '/',
    });
    response.cookies.set({ name: 'theme', value: user.theme });
    response.headers.set('Cache-Control', 'no-store');

    return response;
  } catch (error) {
    console.error(error);
    return NextResponse.json({ error: 'Internal server error' }, { status: 500 });
  }
}
