import { NextResponse } from 'next/server';
import { HttpError } from '@/lib/errors';
import { withClub } from '@/lib/with-club';

export const GET = withClub(async ({ club }) => NextResponse.json({ club: club.slug }));

// The moves of a game.
export const /*|*/PATCH = withClub(
  async ({ req, params, user, club: { slug } }) => {
    const { move } = await req.json();
    if (!move) {
      throw new HttpError(422, `${user.id} made no move`);
    }
    return NextResponse.json({ club: slug, gameId: params.gameId, move });
  },
  { role: 'player' },
);
