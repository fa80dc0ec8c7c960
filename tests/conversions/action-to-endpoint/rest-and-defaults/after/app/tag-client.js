export async function tag(post, color, ...names) {
  const response = await fetch('/api/tag', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ post, color, names }),
  });
  if (!response.ok) {
    throw new Error(`POST /api/tag answered ${response.status}`);
  }
  return response.json();
}
