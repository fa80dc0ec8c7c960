import { NextResponse } from 'next/server';
import { answered } from '@/lib/answered';
import { ring } from '@/lib/bells';

export const /*|*/POST = answered(async (request, { params }) => {
  const { tower } = await params;
  const { times } = await request.json();
  return NextResponse.json(await ring(tower, times));
});
