'use server';

import { revalidatePath } from 'next/cache';
import { append } from '@/lib/store';

export async function addData(data) {
  const entry = await append('entries', { text: data.text });
  revalidatePath('/profile');
  return entry;
}
