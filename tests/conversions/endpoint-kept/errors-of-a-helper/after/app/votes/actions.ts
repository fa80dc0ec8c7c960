'use server';

import { createVote } from './create-vote';

export async function createVoteAction(option: string) {
  const result = await createVote(async () => ({ option }));
  if (result instanceof Response) {
    return { ok: false as const, data: await result.json() };
  }
  return { ok: true as const, data: result };
}
