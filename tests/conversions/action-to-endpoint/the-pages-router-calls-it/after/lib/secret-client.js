export async function secret(name) {
  const response = await fetch('/api/secret', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ name }),
  });
  if (!response.ok) {
    throw new Error(`POST /api/secret answered ${response.status}`);
  }
  return response.json();
}
