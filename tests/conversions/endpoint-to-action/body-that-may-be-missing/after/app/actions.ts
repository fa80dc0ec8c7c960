'use server';

import { mark } from '@/lib/seen';

export async function createSeen(body: { at?: string }) {
  try {
    await mark(body.at ?? new Date().toISOString());
  } catch (error) {
    console.error(error);
  }
}
