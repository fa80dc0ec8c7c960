import { NextResponse } from 'next/server';

export async function /*|*/POST() {
  return NextResponse.json({ message: 'No' }, { status: 400 });
}
