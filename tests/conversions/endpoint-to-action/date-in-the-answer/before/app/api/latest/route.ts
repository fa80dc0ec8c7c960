import { NextResponse } from 'next/server';
import { latest } from '@/lib/clock';

export async function /*|*/POST() {
  const entry = await latest();
  return NextResponse.json(entry);
}
