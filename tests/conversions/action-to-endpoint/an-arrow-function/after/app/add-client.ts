import type { add as addOnServer } from './actions';

export async function add(
  left: Parameters<typeof addOnServer>[0],
  right: Parameters<typeof addOnServer>[1],
): Promise<Awaited<ReturnType<typeof addOnServer>>> {
  const response = await fetch('/api/add', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ left, right }),
  });
  if (!response.ok) {
    throw new Error(`POST /api/add answered ${response.status}`);
  }
  return response.json();
}
