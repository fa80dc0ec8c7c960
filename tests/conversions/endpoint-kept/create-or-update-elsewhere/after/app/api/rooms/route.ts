import { NextResponse } from 'next/server';
import { createRoom } from '@/app/create-room';

export async function POST(request: Request) {
  const { name } = await request.json();
  const { status, data } = await createRoom(name);
  return NextResponse.json(data, { status });
}
