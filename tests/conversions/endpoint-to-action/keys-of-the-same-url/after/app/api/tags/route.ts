import { NextResponse } from 'next/server';
import { tags } from '@/lib/tags';

export async function GET() {
  return NextResponse.json(await tags.all());
}
