import 'server-only';
import { HttpError } from '@/lib/errors';
import type { withClub } from '@/lib/with-club';

type Context = Parameters<Parameters<typeof withClub>[0]>[0];

export async function updateGame({
  user,
  club: { slug },
  gameId,
  move,
}: {
  user: Context['user'];
  club: Context['club'];
  gameId: string;
  move: string;
}) {
  if (!move) {
    throw new HttpError(422, `${user.id} made no move`);
  }
  return { club: slug, gameId, move };
}
