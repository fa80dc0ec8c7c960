'use server';

import { NextResponse } from 'next/server';
import { safely } from '@/lib/safely';
import { wind } from '@/lib/wind';

export async function createKite(colour: string) {
  const response = await safely(async () => {
    if (!colour) {
      return NextResponse.json({ error: 'Which colour?' }, { status: 400 });
    }
    const height = await wind.lift(colour);
    return NextResponse.json({ height });
  });
  return { ok: response.ok, data: await response.json() };
}
