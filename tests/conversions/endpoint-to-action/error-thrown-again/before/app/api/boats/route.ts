import { NextResponse } from 'next/server';
import { getSailor, NotAboard } from '@/lib/sailor';

const boats: string[] = [];

export async function /*|*/POST(request: Request) {
  try {
    const sailor = await getSailor();
    const { name } = (await request.json()) as { name: string };
    boats.push(`${name} of ${sailor.name}`);
    return NextResponse.json({ count: boats.length });
  } catch (e) {
    if (e instanceof NotAboard) {
      return NextResponse.json({ error: e.message }, { status: e.status });
    }
    throw e;
  }
}
