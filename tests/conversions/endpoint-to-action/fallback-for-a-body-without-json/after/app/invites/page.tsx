'use client';

import { useState } from 'react';
import { createInvite } from './actions';

export default function Page() {
  const [text, setText] = useState('');

  async function invite(data: FormData) {
    try {
      const { ok, data: json } = await createInvite(JSON.parse(JSON.stringify(data.get('email'))));

      if (!ok) {
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
