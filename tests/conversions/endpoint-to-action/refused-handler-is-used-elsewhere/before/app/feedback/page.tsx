'use client';

export default function Page() {
  async function send() {
    const response = await fetch('/api/feedback', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ rating: 5, text: 'Nice' }),
    });
    if (response.ok) {
      alert('Thank you!');
    }
  }

  return <button onClick={send}>Send</button>;
}
