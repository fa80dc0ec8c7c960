'use client';

const signed = () => {
  const key = sessionStorage.getItem('key');
  return key ? { 'X-Key': key } : undefined;
};

export default function Seeds({ token }: { token?: string }) {
  async function sow() {
    await fetch('/api/seeds', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ kind: 'beet' }),
    });
    await fetch('/api/seeds', { method: 'POST', headers: { ...signed() }, body: JSON.stringify({ kind: 'leek' }) });
  }

  return <button onClick={sow}>Sow</button>;
}
