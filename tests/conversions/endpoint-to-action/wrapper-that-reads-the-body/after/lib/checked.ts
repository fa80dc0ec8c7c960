import { cookies } from 'next/headers';
import { NextResponse, type NextRequest } from 'next/server';

export interface Shape<T> {
  parse(value: unknown): T;
}

interface Found<T> {
  problem?: string;
  value?: T;
  reader?: string;
}

async function bodyOf<T>(request: NextRequest, shape: Shape<T>): Promise<Found<T>> {
  try {
    return { value: shape.parse(await request.json()) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : 'Not understood' };
  }
}

async function check<T>(request: NextRequest, shape: Shape<T>, needsReader: boolean): Promise<Found<T>> {
  const reader = (await cookies()).get('reader')?.value;
  if (needsReader && !reader) return { problem: 'Please show your card' };
  return { ...(await bodyOf(request, shape)), reader };
}

// What is sent is checked before anything else is done with it.
export function checked<T>(
  handler: (request: NextRequest, given: { value: T; reader?: string }) => Promise<NextResponse>,
  shape: Shape<T>,
  needsReader = false,
) {
  return async (request: NextRequest): Promise<NextResponse> => {
    const found = await check(request, shape, needsReader);
    if (found.problem) {
      console.warn(`${request.method} was refused`, found.problem);
      return NextResponse.json({ error: found.problem }, { status: 400 });
    }
    try {
      return await handler(request, { value: found.value as T, reader: found.reader });
    } catch (error) {
      console.error('It went wrong for', found.reader, error);
      return NextResponse.json({ error: 'It went wrong' }, { status: 500 });
    }
  };
}
