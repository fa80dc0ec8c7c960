import { NextResponse } from 'next/server';

let version = 0;

export async function /*|*/POST() {
  if (version > 3) return NextResponse.json({ error: 'Conflict' }, { status: 409 });
  version += 1;
  return NextResponse.json({ version });
}
