import { NextResponse } from 'next/server';

export async function safely(run: () => Promise<NextResponse>): Promise<NextResponse> {
  try {
    return await run();
  } catch (error) {
    console.error(error);
    return NextResponse.json({ error: 'The string broke' }, { status: 500 });
  }
}
