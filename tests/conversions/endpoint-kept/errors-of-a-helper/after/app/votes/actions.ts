'use server';

import { createVote } from './create-vote';

export async function createVoteAction(option: string) {
  return createVote(async () => ({ option }));
}
