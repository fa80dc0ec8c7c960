import { NextResponse } from 'next/server';
import { createBet } from '@/app/create-bet';

export async function POST(request: Request) {
  const { status, data } = await createBet(() => request.json());
  return NextResponse.json(data, { status });
}
