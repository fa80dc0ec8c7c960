import { NextResponse } from 'next/server';
import { createName } from '@/app/create-name';

export async function POST(request: Request) {
  const { name } = (await request.json()) as { name: string };
  const { status, data } = await createName(name);
  return NextResponse.json(data, { status });
}
