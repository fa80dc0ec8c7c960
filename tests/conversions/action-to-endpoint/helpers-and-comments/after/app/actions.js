'use server';

// All that people can do with votes.

import { log } from './log';

// Not many use this one.
export async function complain(text) {
  log('complaint', text);
}
