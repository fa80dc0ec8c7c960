'use client';

export default function Page() {
  const subscribe = async (email: string) => {
    const res = await fetch('/api/subscribe', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email }),
    });
    alert(res.ok ? 'Welcome' : 'Something is wrong with that');
  };

  return <button onClick={() => subscribe('ada@lovelace.org')}>Subscribe</button>;
}
