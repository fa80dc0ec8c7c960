export async function rename(id: number, name: string): Promise<string> {
  const response = await fetch('/api/rename', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ id, name }),
  });
  if (!response.ok) {
    throw new Error(`POST /api/rename answered ${response.status}`);
  }
  return response.json();
}
