'use client';

export function Feedback({ isHosted }) {
  const send = async (text) => {
    let response;
    if (isHosted) {
      response = await fetch('https://feedback.example.com/', { method: 'POST', body: JSON.stringify({ text }) });
    } else {
      response = await fetch('/api/feedback', { method: 'POST', body: JSON.stringify({ text }) });
    }
    if (response.status !== 201) {
      alert('Not sent');
    }
  };

  return <button onClick={() => send('Good')}>Good</button>;
}
