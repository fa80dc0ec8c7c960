'use server';

type Stored = { since: string; words: string[] };

const stored: Stored[] = [];

export async function createFilter(filters: Stored) {
  stored.push(filters);
}
