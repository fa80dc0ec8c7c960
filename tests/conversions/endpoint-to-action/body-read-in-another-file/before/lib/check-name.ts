export async function checkName(name: string) {
  const response = await fetch('/api/names/check', { method: 'POST', body: JSON.stringify({ name }) });
  return response.json();
}
