export async function send(data) {
  const response = await fetch('/api/send', {
    method: 'POST',
    body: data,
  });
  if (!response.ok) {
    throw new Error(`POST /api/send answered ${response.status}`);
  }
}
