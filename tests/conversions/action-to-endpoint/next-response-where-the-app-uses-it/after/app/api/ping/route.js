import { NextResponse } from 'next/server';

async function ping() {
  return 'pong';
}

export async function POST() {
  return NextResponse.json(await ping());
}
