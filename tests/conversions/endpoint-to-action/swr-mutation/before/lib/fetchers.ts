export async function post(url: string, { arg }: { arg: { color: string } }) {
  const res = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(arg),
  })
  if (!res.ok) {
    throw new Error('Not added')
  }
  return res.json()
}
