export async function createPost(input) {
  const response = await fetch('/api/create-post', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(input),
  });
  if (!response.ok) {
    throw new Error(`POST /api/create-post answered ${response.status}`);
  }
  return response.json();
}
