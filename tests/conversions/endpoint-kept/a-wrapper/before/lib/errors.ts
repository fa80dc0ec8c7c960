import { NextResponse } from 'next/server';

export class HttpError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

export function toResponse(error: unknown) {
  if (error instanceof HttpError) {
    return NextResponse.json({ error: { message: error.message } }, { status: error.status });
  }
  return NextResponse.json({ error: { message: 'Something went wrong' } }, { status: 500 });
}
