import { NextResponse } from 'next/server';
import { follow } from '@/lib/feeds';

export async function /*|*/POST(request: Request) {
  const agent = request.headers.get('user-agent');
  if (agent?.includes('bot')) {
    return new Response('Too many', { status: 429, headers: { 'Cache-Control': 'no-store' } });
  }
  const { feed } = (await request.json()) as { feed: string };
  if (!feed.startsWith('https:')) {
    return NextResponse.json({ error: 'No such feed' }, { status: 422, statusText: 'No Feed' });
  }
  return NextResponse.json({ feed, readers: follow(feed) });
}
