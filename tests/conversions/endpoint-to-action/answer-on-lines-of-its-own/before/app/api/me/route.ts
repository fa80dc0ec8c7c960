import { NextResponse } from 'next/server';
import { me } from '@/lib/me';

export async function /*|*/GET() {
  const found = await me();
  if (!found) {
    return NextResponse.json(
      {
        error: 'Not signed in',
      },
      { status: 401 },
    );
  }

  return NextResponse.json(
    {
      name: found.name,
      admin: found.admin,
    },
    { status: 200 },
  );
}
