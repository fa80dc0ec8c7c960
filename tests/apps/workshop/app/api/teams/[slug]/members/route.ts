import { NextResponse } from 'next/server';
import { ApiError } from '@/lib/errors';
import { sendEmailLater } from '@/lib/queue';
import { inviteSchema } from '@/lib/schemas';
import { newId, store } from '@/lib/store';
import { withTeam } from '@/lib/with-team';

export const GET = withTeam(async ({ team }) => {
  const members = store.memberships
    .filter(({ teamId }) => teamId === team.id)
    .map(({ id, role, userId }) => ({ id, role, user: store.users.find((user) => user.id === userId) }));
  return NextResponse.json(members);
});

export const POST = withTeam(
  async ({ req, team, session }) => {
    const { email, role } = inviteSchema.parse(await req.json());

    const user = store.users.find((candidate) => candidate.email === email);
    if (!user) {
      throw new ApiError(404, 'not_found', 'Nobody has that address');
    }
    if (store.memberships.some(({ teamId, userId }) => teamId === team.id && userId === user.id)) {
      throw new ApiError(409, 'conflict', `${user.name} is a member already`);
    }

    const membership = { id: newId('member'), teamId: team.id, userId: user.id, role };
    store.memberships.push(membership);
    await sendEmailLater(email, `${session.user.name} invites you to ${team.name}`);
    return NextResponse.json({ id: membership.id, name: user.name });
  },
  { roles: ['owner'] },
);
