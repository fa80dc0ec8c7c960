import { cookies } from 'next/headers';
import { NextResponse } from 'next/server';

export async function requireMember(roles: string[] = ['owner']) {
  const name = (await cookies()).get('name')?.value;
  if (!name) {
    return { member: null, error: NextResponse.json({ error: 'Please sign in' }, { status: 401 }) };
  }
  return { member: { name, roles }, error: null };
}

export const requireOwner = () => requireMember(['owner']);
