import { NextResponse } from 'next/server';
import { withAdmin } from '@/lib/admin';
import { links } from '@/lib/links';

export const /*|*/DELETE = withAdmin(async ({ req }) => {
  const { key } = await req.json();
  if (!key || key.length > 40) {
    return new NextResponse(`Not a key: ${key}`, { status: 400 });
  }
  if (key.startsWith('_')) {
    return new NextResponse(null, { status: 403 });
  }
  const link = await links.remove(key);
  if (!link) {
    return NextResponse.json({ error: 'Link not found' }, { status: 404 });
  }
  return NextResponse.json({ link });
});
