import { NextResponse } from 'next/server';
import { limit } from '@/lib/limit';
import { send } from '@/lib/messages';

export async function /*|*/POST(request: Request) {
  const { text } = (await request.json()) as { text: string };
  const result = await limit('messages');
  if (!result.success) {
    const retryAfter = Math.ceil((result.reset - Date.now()) / 1000);
    return NextResponse.json(
      { error: 'Too many messages' },
      {
        status: 429,
        headers: { 'Retry-After': String(retryAfter), 'X-RateLimit-Limit': String(result.limit) },
      },
    );
  }
  return NextResponse.json({ sent: await send(text) }, { headers: { 'X-RateLimit-Remaining': `${result.remaining}` } });
}
