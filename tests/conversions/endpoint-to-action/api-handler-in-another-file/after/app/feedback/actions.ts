'use server';

import { send } from '../../features/feedback/send';

export async function createFeedback({
  rating,
  text,
}: {
  rating: number;
  text: string;
}) {
  try {
    await send(`${rating}: ${text}`);
    return { ok: true as const };
  } catch (error) {
    console.error(error);
    return { ok: false as const };
  }
}
