import { NextResponse } from 'next/server';
import { getGardener } from '@/lib/gardener';

const beds: string[] = [];

export async function /*|*/POST(request: Request) {
  const gardener = await getGardener();
  if (!gardener) {
    return NextResponse.json({ error: 'Not signed in' }, { status: 401 });
  }
  const { name } = (await request.json()) as { name: string };
  beds.push(`${name} of ${gardener.name}`);
  return NextResponse.json({ count: beds.length });
}
