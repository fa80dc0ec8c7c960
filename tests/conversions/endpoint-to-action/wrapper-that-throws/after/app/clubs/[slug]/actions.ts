'use server';

import { HttpError, toResponse } from '@/lib/errors';
import { requireClub } from '@/lib/with-club';

// The moves of a game.
export async function updateGame({
  slug: slugValue,
  gameId,
  move,
}: {
  slug: string;
  gameId: string;
  move: string;
}) {
  try {
    const { user, club: { slug } } = await requireClub({ slug: slugValue }, { role: 'player' });
    if (!move) {
      throw new HttpError(422, `${user.id} made no move`);
    }
    return { ok: true as const, data: { club: slug, gameId, move } };
  } catch (error) {
    console.error(error);
    const response = toResponse(error);
    return { ok: false as const, data: await response.json() };
  }
}
