'use client';

export default function Seeds({ token }: { token?: string }) {
  async function sow() {
    const headers: Record<string, string> = {};
    headers['Content-Type'] = 'application/json';
    if (token) headers.Authorization = `Bearer ${token}`;
    await fetch('/api/seeds', { method: 'POST', headers, body: JSON.stringify({ kind: 'beet' }) });
  }

  return <button onClick={sow}>Sow</button>;
}
