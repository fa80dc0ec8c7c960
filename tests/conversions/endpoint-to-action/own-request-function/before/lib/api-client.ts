const BASE = '/api';
const headers = { 'Content-Type': 'application/json' };

export async function apiPost<Data>(path: string, body: unknown): Promise<Data> {
  const res = await fetch(`${BASE}${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  if (!res.ok) {
    const { error } = await res.json();
    throw new Error(error?.message ?? 'Something went wrong');
  }
  return res.json();
}
