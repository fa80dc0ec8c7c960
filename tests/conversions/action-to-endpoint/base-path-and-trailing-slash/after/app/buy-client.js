export async function buy(id) {
  const response = await fetch('/shop/api/buy/', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ id }),
  });
  if (!response.ok) {
    throw new Error(`POST /shop/api/buy/ answered ${response.status}`);
  }
  return response.json();
}
