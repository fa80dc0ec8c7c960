'use server';

import { addReview } from '@/lib/db';

type Review = { book: string; stars: number };

export async function createReview(body: Review) {
  if (body.stars < 1 || body.stars > 5) {
    return { ok: false as const, data: { error: 'One star to five stars' } };
  }
  const id = await addReview({ book: body.book.trim(), stars: body.stars });
  return { ok: true as const, data: { id } };
}
