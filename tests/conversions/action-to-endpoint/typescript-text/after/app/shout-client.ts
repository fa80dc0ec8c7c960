import type { shout as shoutOnServer } from './actions';

export async function shout(
  words: string[],
  times?: number,
): Promise<Awaited<ReturnType<typeof shoutOnServer>>> {
  const response = await fetch('/api/shout', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ words, times }),
  });
  if (!response.ok) {
    throw new Error(`POST /api/shout answered ${response.status}`);
  }
  return response.json();
}
