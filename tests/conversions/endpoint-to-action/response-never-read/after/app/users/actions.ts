'use server';

import { db } from '@/lib/db';

export async function createTouch() {
  try {
    const user = await db.users.update('1', { name: 'touched' });
    if (!user) {
      return;
    }
  } catch (error) {
    console.error(error);
  }
}
