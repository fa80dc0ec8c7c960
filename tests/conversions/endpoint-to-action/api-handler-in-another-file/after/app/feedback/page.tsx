'use client';

import { createFeedback } from './actions';

export default function Page() {
  async function send() {
    const response = await createFeedback({ rating: 5, text: 'Nice' });
    if (response.ok) {
      alert('Thank you!');
    }
  }

  return <button onClick={send}>Send</button>;
}
