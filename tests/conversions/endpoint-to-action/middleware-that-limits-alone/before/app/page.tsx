'use client';

export default function Letters() {
  const send = async () => {
    const response = await fetch('/api/sms', { method: 'POST', body: JSON.stringify({ text: 'Hello' }) });
    if (!response.ok) throw new Error('Not sent');
    const { count } = await response.json();
    alert(`${count} letters`);
  };

  return <button onClick={send}>Send</button>;
}
