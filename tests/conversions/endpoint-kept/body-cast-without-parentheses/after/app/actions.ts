'use server';

import { createBet } from './create-bet';

export async function createBetAction(body: { horse: string; stake?: number }) {
  return createBet(async () => body);
}
