import { NextResponse } from 'next/server';

export async function /*|*/POST(): Promise<NextResponse<{ likes: number }>> {
  return NextResponse.json({ likes: 1 });
}
