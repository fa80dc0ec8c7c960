'use server';

import { Invalid, errorResponse, requireUser } from '@/lib/handlers';

const votes = new Map<string, number>();

export async function createVote(stars: number) {
  try {
    const userId = await requireUser();
    if (stars > 5) throw new Invalid('Five are enough');
    votes.set(userId, stars);
    return { ok: true as const, data: JSON.parse(JSON.stringify({ votes: votes.size })) };
  } catch (error) {
    const response = errorResponse(error);
    return { ok: false as const, data: await response.json() };
  }
}
