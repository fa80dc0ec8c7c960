'use server';

import { hits } from './hits';

export async function /*|*/stats() {
  return { hits };
}
