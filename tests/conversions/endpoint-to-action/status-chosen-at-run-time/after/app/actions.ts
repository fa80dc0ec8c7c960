'use server';

import { NextResponse } from 'next/server';

export async function createName(name: string) {
  try {
    const upstream = await fetch('https://example.com', { method: 'POST', body: name });
    const response = NextResponse.json({ name }, { status: upstream.status });
    return { ok: response.ok };
  } catch (error) {
    console.error(error);
    return { ok: false };
  }
}
