import 'server-only';
import { NextResponse } from 'next/server';
import { safely } from '@/lib/safely';
import { wind } from '@/lib/wind';

export async function createKite(readBody: () => Promise<{ colour: string }>) {
  return safely(async () => {
    const { colour } = await readBody();
    if (!colour) {
      return NextResponse.json({ error: 'Which colour?' }, { status: 400 });
    }
    const height = await wind.lift(colour);
    return NextResponse.json({ height });
  });
}
