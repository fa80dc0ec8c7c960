'use client';

import { send } from './send-client';

export default function Page() {
  async function submit(event) {
    event.preventDefault();
    const data = new FormData(event.target);
    await send(data);
  }
  return (
    <form onSubmit={submit}>
      <input name="message" />
    </form>
  );
}
