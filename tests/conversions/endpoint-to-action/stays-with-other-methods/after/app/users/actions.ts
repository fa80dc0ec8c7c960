'use server';

import { revalidatePath } from 'next/cache';
import { db } from '@/lib/db';

const MESSAGE = 'deleted';

function log(id: string) {
  console.log(MESSAGE, id);
}

// Deletes a user for good
export async function deleteUser(id: string) {
  await db.users.delete(id); // there is no way back
  log(id);
  revalidatePath('/users');
}
