import { headers } from 'next/headers';
import { log } from '../../log';

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
async function vote(choice) {
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

export async function POST(request) {
  const { choice } = await request.json();
  return Response.json(await vote(choice));
}
