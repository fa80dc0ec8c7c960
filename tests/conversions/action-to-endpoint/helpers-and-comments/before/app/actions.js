'use server';

// All that people can do with votes.

import { headers } from 'next/headers';
import { log } from './log';

// How many votes there are.
let votes = 0;

const LIMIT = 3; // for each visitor
const counts = new Map();

/** Who is it? */
async function visitor() {
  const all = await headers();
  return all.get('x-forwarded-for') ?? 'nobody';
}

/**
 * Counts one vote.
 */
export async function /*|*/vote(choice) {
  const id = await visitor();
  const before = counts.get(id) ?? 0;
  if (before >= LIMIT) {
    return { error: `No more than ${LIMIT} votes` };
  }
  counts.set(id, before + 1);
  votes += 1;
  log('vote', choice);
  return { votes };
} // votes

// Not many use this one.
export async function complain(text) {
  log('complaint', text);
}
