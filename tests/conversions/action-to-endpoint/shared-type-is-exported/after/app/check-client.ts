import type { Item } from './actions';

export async function check(item: Item): Promise<boolean> {
  const response = await fetch('/api/check', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ item }),
  });
  if (!response.ok) {
    throw new Error(`POST /api/check answered ${response.status}`);
  }
  return response.json();
}
