'use client';

import { useState } from 'react';

export default function Page() {
  const [text, setText] = useState('');

  async function invite(data: FormData) {
    try {
      const res = await fetch('/api/invites', {
        method: 'POST',
        body: JSON.stringify({ email: data.get('email') }),
      });

      const json = await res.json().catch(() => ({}));

      if (!res.ok) {
        setText(json.error ?? 'Something went wrong. Please try again.');
        return;
      }

      setText(`Sent (${json.inviteId})`);
    } catch {
      setText('Network error');
    }
  }

  return (
    <form action={invite}>
      <input name="email" /> <button>Invite</button> {text}
    </form>
  );
}
