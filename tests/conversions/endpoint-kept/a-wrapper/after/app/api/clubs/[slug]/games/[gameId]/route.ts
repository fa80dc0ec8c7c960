import { NextResponse } from 'next/server';
import { withClub } from '@/lib/with-club';
import { updateGame } from '@/app/clubs/[slug]/update-game';

export const GET = withClub(async ({ club }) => NextResponse.json({ club: club.slug }));

// The moves of a game.
export const PATCH = withClub(
  async ({ req, params, user, club }) => {
    const { move } = await req.json();
    const data = await updateGame({
      user,
      club,
      gameId: params.gameId,
      move,
    });
    return NextResponse.json(data);
  },
  { role: 'player' },
);
