export async function vote(choice) {
  const response = await fetch('/api/vote', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ choice }),
  });
  if (!response.ok) {
    throw new Error(`POST /api/vote answered ${response.status}`);
  }
  return response.json();
}
