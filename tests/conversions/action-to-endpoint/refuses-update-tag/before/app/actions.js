'use server';

import { updateTag } from 'next/cache';

export async function /*|*/act(value) {
  updateTag(value);
}
