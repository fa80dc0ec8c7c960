'use server';

import { choose } from '@/lib/plans';

export async function createPlan(plan: string) {
  try {
    if (plan === 'gold') {
      return { ok: false as const, status: 403, data: { message: 'Gold is sold out' } };
    }
    const until = await choose(plan);
    return { ok: true as const, status: 200, data: { until } };
  } catch (error) {
    console.error(error);
    return { ok: false as const, status: 500, data: null };
  }
}
