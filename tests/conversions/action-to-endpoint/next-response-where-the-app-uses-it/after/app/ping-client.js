export async function ping() {
  const response = await fetch('/api/ping', { method: 'POST' });
  if (!response.ok) {
    throw new Error(`POST /api/ping answered ${response.status}`);
  }
  return response.json();
}
