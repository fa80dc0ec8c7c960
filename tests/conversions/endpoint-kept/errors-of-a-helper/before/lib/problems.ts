import { NextResponse } from 'next/server';

export class Problem extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

export function problemResponse(error: unknown) {
  const status = error instanceof Problem ? error.status : 500;
  const message = error instanceof Problem ? error.message : 'Something went wrong';
  return NextResponse.json({ error: { message } }, { status });
}
