export async function priceOf(fruit) {
  const response = await fetch('/api/price-of', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ fruit }),
  });
  if (!response.ok) {
    throw new Error(`POST /api/price-of answered ${response.status}`);
  }
  return response.status === 204 ? undefined : response.json();
}
