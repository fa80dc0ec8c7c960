'use client';

import { useParams } from 'next/navigation';
import { useRef, useState } from 'react';

export default function AssistantPage() {
  const slug = useParams<{ slug: string }>()?.slug ?? '';
  const [question, setQuestion] = useState('');
  const [answer, setAnswer] = useState('');
  const controller = useRef<AbortController | null>(null);

  async function ask() {
    controller.current?.abort();
    controller.current = new AbortController();
    setAnswer('');

    const res = await fetch(`/api/teams/${slug}/assistant`, {
      method: 'POST',
      body: JSON.stringify({ question }),
      signal: controller.current.signal,
    });
    const reader = res.body?.pipeThrough(new TextDecoderStream()).getReader();
    while (reader) {
      const { done, value } = await reader.read();
      if (done) break;
      setAnswer((before) => before + value);
    }
  }

  return (
    <main>
      <input aria-label="Question" value={question} onChange={(e) => setQuestion(e.target.value)} />
      <button onClick={ask}>Ask</button>
      <p>{answer}</p>
    </main>
  );
}
