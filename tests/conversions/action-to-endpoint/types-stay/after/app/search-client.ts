import type { Filter, Result } from './actions';

export async function search(
  filter: Filter,
  ...more: Filter[]
): Promise<Result> {
  const response = await fetch('/api/search', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ filter, more }),
  });
  if (!response.ok) {
    throw new Error(`POST /api/search answered ${response.status}`);
  }
  return response.json();
}
