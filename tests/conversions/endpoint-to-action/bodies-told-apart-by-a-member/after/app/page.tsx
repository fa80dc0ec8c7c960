'use client';

import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { createGuest } from './actions';

export default function Page() {
  const [seat, setSeat] = useState<number>(0);
  const [message, setMessage] = useState<string>('');

  const invite = async (mail: string) => {
    const data = await createGuest(mail);
    if (data.error) {
      setMessage(data.error);
      return;
    }
    setSeat(data.seat!);
  };

  const inviteShort = (mail: string) =>
    createGuest(mail).then((data) => (data.error ? setMessage(data.error) : setSeat(data.seat!)));

  const { mutate, isPending } = useMutation({
    mutationFn: (mail: string) =>
      createGuest(mail),
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
