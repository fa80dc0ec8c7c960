'use server';

import { find, type Place } from '../lib/places';

export type Filter = { text: string; near?: Place };

interface Hidden {
  limit: number;
}

export type Result = { error: string } | { places: Place[] };

export async function /*|*/search(filter: Filter, ...more: Filter[]): Promise<Result> {
  const hidden: Hidden = { limit: 10 };
  if (!filter.text) {
    return { error: 'Say what' };
  }
  return { places: (await find(filter.text, more.length)).slice(0, hidden.limit) };
}
