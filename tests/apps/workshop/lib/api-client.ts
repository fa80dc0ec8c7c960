export async function apiPost<Data>(path: string, body: unknown): Promise<Data> {
  const res = await fetch(`/api${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!res.ok) {
    const { error } = await res.json();
    throw new Error(error?.message ?? 'Something went wrong');
  }
  return res.json();
}
