import { NextResponse, type NextRequest } from 'next/server';
import { search } from '@/lib/search';

export async function /*|*/POST(request: NextRequest) {
  return NextResponse.json(await search(Object.fromEntries(request.nextUrl.searchParams)));
}
