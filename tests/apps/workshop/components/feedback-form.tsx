'use client';

import { useState } from 'react';
import { toast } from './toast';

export function FeedbackForm() {
  const [text, setText] = useState('');
  const [loading, setLoading] = useState(false);

  return (
    <form
      onSubmit={async (e) => {
        e.preventDefault();
        setLoading(true);
        try {
          const response = await fetch('/api/feedback', {
            method: 'POST',
            headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify({ text, page: window.location.pathname }),
          });

          if (response.status === 200) {
            setText('');
            toast.success('Thank you for your feedback!');
          } else {
            toast.error(await response.text());
          }
        } finally {
          setLoading(false);
        }
      }}
    >
      <textarea aria-label="Feedback" value={text} onChange={(e) => setText(e.target.value)} />
      <button disabled={loading}>Send feedback</button>
    </form>
  );
}
