export async function greet(name) {
  const response = await fetch('/api/greet', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ name }),
  });
  if (!response.ok) {
    throw new Error(`POST /api/greet answered ${response.status}`);
  }
  return response.json();
}
