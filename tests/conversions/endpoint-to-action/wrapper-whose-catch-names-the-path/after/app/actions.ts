'use server';

import { headers } from 'next/headers';
import { ring } from '@/lib/bells';
import { answeredErrorResponse } from '@/lib/answered';

export async function createTower({
  tower,
  times,
}: {
  tower: string;
  times: number;
}) {
  try {
    return { ok: true as const, data: JSON.parse(JSON.stringify(await ring(tower, times))) };
  } catch (error) {
    const response = answeredErrorResponse(
      { nextUrl: { pathname: `/api/towers/${tower}` }, headers: await headers() },
      error,
    );
    return { ok: false as const, data: await response.json() };
  }
}
