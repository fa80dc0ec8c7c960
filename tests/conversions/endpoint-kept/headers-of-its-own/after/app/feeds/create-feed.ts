import 'server-only';
import { headers } from 'next/headers';
import { NextResponse } from 'next/server';
import { follow } from '@/lib/feeds';

export async function createFeed(readBody: () => Promise<{ feed: string }>) {
  const agent = (await headers()).get('user-agent');
  if (agent?.includes('bot')) {
    return new Response('Too many', { status: 429, headers: { 'Cache-Control': 'no-store' } });
  }
  const { feed } = await readBody();
  if (!feed.startsWith('https:')) {
    return NextResponse.json({ error: 'No such feed' }, { status: 422, statusText: 'No Feed' });
  }
  return { feed, readers: follow(feed) };
}
