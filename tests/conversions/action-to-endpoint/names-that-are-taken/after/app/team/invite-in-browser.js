export async function inviteAction(email) {
  const response = await fetch('/api/team/invite', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email }),
  });
  if (!response.ok) {
    throw new Error(`POST /api/team/invite answered ${response.status}`);
  }
  return response.json();
}
