import { NextResponse } from 'next/server';
import { createDesk } from '@/app/create-desk';

export async function POST(request: Request, { params }: { params: Promise<{ floor: string; desk: string }> }) {
  const { status, data } = await createDesk({
    floor: (await params).floor,
    desk: (await params).desk,
  });
  return NextResponse.json(data, { status });
}
