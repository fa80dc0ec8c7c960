'use server';

import { requireClub } from '@/lib/with-club';
import { toResponse } from '@/lib/errors';
import { updateGame } from './update-game';

export async function updateGameAction({
  slug: slugValue,
  gameId,
  move,
}: {
  slug: string;
  gameId: string;
  move: string;
}) {
  try {
    const { user, club } = await requireClub({ slug: slugValue }, { role: 'player' });
    return { ok: true as const, data: await updateGame({ user, club, gameId, move }) };
  } catch (error) {
    console.error(error);
    const response = toResponse(error);
    return { ok: false as const, data: await response.json() };
  }
}
