import { createHmac, timingSafeEqual } from 'node:crypto';
import { cookies } from 'next/headers';
import { store, type User } from './store';

export type Session = { user: User };

const COOKIE = 'workshop_session';
const secret = process.env.SESSION_SECRET ?? 'only for development';

export function sign(value: string): string {
  return createHmac('sha256', secret).update(value).digest('hex');
}

export function sameText(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}

export async function getSession(): Promise<Session | null> {
  const [userId, signature] = (await cookies()).get(COOKIE)?.value.split('.') ?? [];
  if (!userId || !signature || !sameText(sign(userId), signature)) {
    return null;
  }
  const user = store.users.find((candidate) => candidate.id === userId);
  return user ? { user } : null;
}

export async function startSession(user: User): Promise<void> {
  (await cookies()).set(COOKIE, `${user.id}.${sign(user.id)}`, { httpOnly: true, sameSite: 'lax', path: '/' });
}

export async function endSession(): Promise<void> {
  (await cookies()).delete(COOKIE);
}
