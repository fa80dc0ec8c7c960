import { NextResponse } from 'next/server';
import { createFeed } from '@/app/feeds/create-feed';

export async function POST(request: Request) {
  const result = await createFeed(() => request.json());
  if (result instanceof Response) {
    return result;
  }
  return NextResponse.json(result);
}
