'use server';

import { create } from '../../lib/things';

export async function createThing(body) {
  try {
    const count = await create(body.name);
    return JSON.parse(JSON.stringify({ success: true, data: count }));
  } catch (error) {
    return { success: false };
  }
}
