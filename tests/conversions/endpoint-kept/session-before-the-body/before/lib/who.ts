import { cookies } from 'next/headers';

export async function getSession() {
  const userId = (await cookies()).get('user')?.value;
  return userId ? { userId } : null;
}
