'use server';

import { revalidatePath } from 'next/cache';
import { append } from '@/lib/store';

export async function add/*|*/Data(data) {
  const entry = await append('entries', { text: data.text });
  revalidatePath('/profile');
  return entry;
}

export async function saveUser(user) {
  if (!user.name) {
    return { error: 'A user needs a name' };
  }
  const saved = await append('users', { name: user.name });
  revalidatePath('/profile');
  return { user: saved };
}
