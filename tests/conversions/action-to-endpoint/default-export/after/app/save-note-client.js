export default async function saveNote(text) {
  const response = await fetch('/api/save-note', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ text }),
  });
  if (!response.ok) {
    throw new Error(`POST /api/save-note answered ${response.status}`);
  }
  return response.json();
}
