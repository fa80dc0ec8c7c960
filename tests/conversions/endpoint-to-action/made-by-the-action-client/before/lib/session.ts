import { cookies } from 'next/headers';

export async function getSession(): Promise<{ user: string } | null> {
  const user = (await cookies()).get('user')?.value;
  return user ? { user } : null;
}
