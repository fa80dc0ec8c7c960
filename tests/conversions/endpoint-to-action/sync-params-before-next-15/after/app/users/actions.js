'use server';

import { headers } from 'next/headers';
import { db } from '@/lib/db';

export async function deleteUser(id) {
  try {
    const agent = headers().get('user-agent');
    console.log(agent);
    await db.users.delete(id);
  } catch (error) {
    console.error(error);
  }
}
