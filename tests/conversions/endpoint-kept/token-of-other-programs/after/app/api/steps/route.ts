import { NextResponse } from 'next/server';
import { createStep } from '@/app/create-step';

export async function POST(request: Request) {
  const { status, data } = await createStep(() => request.json());
  return NextResponse.json(data, { status });
}
