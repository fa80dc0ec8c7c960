export async function getCount() {
  const response = await fetch('/api/get-count', { method: 'POST' });
  if (!response.ok) {
    throw new Error(`POST /api/get-count answered ${response.status}`);
  }
  return response.json();
}
