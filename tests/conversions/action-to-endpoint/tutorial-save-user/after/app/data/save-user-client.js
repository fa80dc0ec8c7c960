export async function saveUser(user) {
  const response = await fetch('/api/save-user', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ user }),
  });
  if (!response.ok) {
    throw new Error(`POST /api/save-user answered ${response.status}`);
  }
  return response.json();
}
