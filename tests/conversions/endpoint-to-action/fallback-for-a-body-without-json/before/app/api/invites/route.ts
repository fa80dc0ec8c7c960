import { NextResponse } from 'next/server';
import { withAdmin } from '@/lib/admin';
import { invites } from '@/lib/invites';

export const /*|*/POST = withAdmin(async ({ req }) => {
  const { email } = await req.json();
  if (!email) {
    return NextResponse.json({ error: 'email is required' }, { status: 400 });
  }
  if (await invites.has(email)) {
    return new NextResponse('Invited already', { status: 409 });
  }
  return NextResponse.json({ inviteId: await invites.send(email) });
});
