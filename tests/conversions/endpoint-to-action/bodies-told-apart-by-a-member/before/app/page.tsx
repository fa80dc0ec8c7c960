'use client';

import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';

export default function Page() {
  const [seat, setSeat] = useState<number>(0);
  const [message, setMessage] = useState<string>('');

  const invite = async (mail: string) => {
    const res = await fetch('/api/guests', { method: 'POST', body: JSON.stringify({ mail }) });
    const data = await res.json();
    if (data.error) {
      setMessage(data.error);
      return;
    }
    setSeat(data.seat);
  };

  const inviteShort = (mail: string) =>
    fetch('/api/guests', { method: 'POST', body: JSON.stringify({ mail }) })
      .then((res) => res.json())
      .then((data) => (data.error ? setMessage(data.error) : setSeat(data.seat)));

  const { mutate, isPending } = useMutation({
    mutationFn: (mail: string) =>
      fetch('/api/guests', { method: 'POST', body: JSON.stringify({ mail }) }).then((res) => res.json()),
    onSuccess: (data) => alert(data.id ?? data.error),
  });

  return (
    <>
      <button onClick={() => invite('ada@example.com')}>Ada</button>
      <button onClick={() => inviteShort('bob@example.com')}>Bob</button>
      <button disabled={isPending} onClick={() => mutate('eve@example.com')}>
        Eve
      </button>
      <p>
        {message} {seat}
      </p>
    </>
  );
}
