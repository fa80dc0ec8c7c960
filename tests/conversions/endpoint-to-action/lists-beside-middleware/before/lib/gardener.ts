import { cookies } from 'next/headers';

export async function getGardener() {
  const session = (await cookies()).get('session')?.value;
  return session ? { name: session } : null;
}
