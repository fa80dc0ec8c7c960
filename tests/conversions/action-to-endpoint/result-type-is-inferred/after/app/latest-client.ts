import type { latest as latestOnServer } from './latest';

export async function latest(
  topic: string,
  options: Parameters<typeof latestOnServer>[1],
): Promise<Awaited<ReturnType<typeof latestOnServer>>> {
  const response = await fetch('/api/latest', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ topic, options }),
  });
  if (!response.ok) {
    throw new Error(`POST /api/latest answered ${response.status}`);
  }
  return response.json();
}
