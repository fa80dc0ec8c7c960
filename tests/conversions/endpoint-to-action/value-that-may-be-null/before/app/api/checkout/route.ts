import { NextResponse } from 'next/server';
import { findBuyer, openSession } from '@/lib/shop';

export async function /*|*/POST(request: Request) {
  const { item } = (await request.json()) as { item: string };
  const buyer = findBuyer();
  const session = await openSession(item);
  return NextResponse.json({ url: session.url, name: buyer?.name });
}
