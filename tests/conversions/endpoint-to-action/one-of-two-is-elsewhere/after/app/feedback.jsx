'use client';

import { createFeedback } from './actions';

export function Feedback({ isHosted }) {
  const send = async (text) => {
    let response;
    if (isHosted) {
      response = await fetch('https://feedback.example.com/', { method: 'POST', body: JSON.stringify({ text }) }).then((res) => ({ ok: res.ok, status: res.status }));
    } else {
      response = await createFeedback(text);
    }
    if (response.status !== 201) {
      alert('Not sent');
    }
  };

  return <button onClick={() => send('Good')}>Good</button>;
}
