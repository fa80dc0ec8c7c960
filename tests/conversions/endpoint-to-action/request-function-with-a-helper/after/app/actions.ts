'use server';

import { rate } from '@/lib/films';

export async function updateRating({
  id,
  stars,
}: {
  id: string;
  stars: number;
}) {
  try {
    if (stars > 5) {
      return { ok: false as const, status: 422, data: { error: 'Five at most' } };
    }
    const average = await rate(id, stars);
    return { ok: true as const, status: 200, data: { average } };
  } catch (error) {
    console.error(error);
    return { ok: false as const, status: 500, data: null };
  }
}
