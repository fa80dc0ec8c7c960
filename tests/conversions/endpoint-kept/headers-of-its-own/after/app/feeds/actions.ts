'use server';

import { createFeed } from './create-feed';

export async function createFeedAction(feed: string) {
  try {
    const result = await createFeed(async () => ({ feed }));
    if (result instanceof Response) {
      return { ok: false as const, status: result.status };
    }
    return { ok: true as const, status: 200, data: result };
  } catch (error) {
    console.error(error);
    return { ok: false as const, status: 500 };
  }
}
