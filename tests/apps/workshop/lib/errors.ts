import { NextResponse } from 'next/server';
import { z } from 'zod';

export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export function errorResponse(error: unknown): NextResponse {
  if (error instanceof ApiError) {
    return NextResponse.json({ error: { code: error.code, message: error.message } }, { status: error.status });
  }
  if (error instanceof z.ZodError) {
    const message = error.issues[0]?.message ?? 'The request is not valid';
    return NextResponse.json({ error: { code: 'unprocessable_entity', message } }, { status: 422 });
  }
  console.error(error);
  return NextResponse.json({ error: { code: 'internal', message: 'Something went wrong' } }, { status: 500 });
}
