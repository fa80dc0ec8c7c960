import { NextResponse } from 'next/server';
import { ApiError } from '@/lib/errors';
import { store } from '@/lib/store';
import { withTeam } from '@/lib/with-team';

const removeMember = withTeam(
  async ({ team, params }) => {
    const index = store.memberships.findIndex(({ id, teamId }) => id === params.memberId && teamId === team.id);
    if (index < 0) {
      throw new ApiError(404, 'not_found', 'No such member');
    }
    store.memberships.splice(index, 1);
    return NextResponse.json({ removed: params.memberId });
  },
  { roles: ['owner'] },
);

export const DELETE = removeMember;
