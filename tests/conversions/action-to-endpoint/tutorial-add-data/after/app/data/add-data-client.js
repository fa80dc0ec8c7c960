export async function addData(data) {
  const response = await fetch('/api/add-data', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ data }),
  });
  if (!response.ok) {
    throw new Error(`POST /api/add-data answered ${response.status}`);
  }
  return response.json();
}
