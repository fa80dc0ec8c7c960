import { NextResponse } from 'next/server';
import { safely } from '@/lib/safely';
import { wind } from '@/lib/wind';

export async function /*|*/POST(request: Request) {
  return safely(async () => {
    const { colour } = await request.json();
    if (!colour) {
      return NextResponse.json({ error: 'Which colour?' }, { status: 400 });
    }
    const height = await wind.lift(colour);
    return NextResponse.json({ height });
  });
}
