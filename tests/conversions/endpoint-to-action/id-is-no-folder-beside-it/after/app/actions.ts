'use server';

import { links } from '@/lib/links';

export async function deleteLink(id: string) {
  try {
    await links.delete(id);
  } catch (error) {
    console.error(error);
  }
}
