'use server';

import { cookies, headers } from 'next/headers';
import { NextRequest } from 'next/server';
import { getToken } from 'next-auth/jwt';
import { tags } from '@/lib/tags';

export async function createTag(name: string) {
  try {
    const token = await getToken({
      req: { headers: await headers(), cookies: await cookies() } as unknown as NextRequest,
      secret: process.env.NEXTAUTH_SECRET,
    });
    if (!token) {
      return { ok: false as const };
    }
    tags.push(name);
    return { ok: true as const };
  } catch (error) {
    console.error(error);
    return { ok: false as const };
  }
}
