'use client';

import { inviteAction as invite } from './invite-in-browser';

export default function Page() {
  return <button onClick={async () => alert(await invite('a@example.com'))}>Invite</button>;
}
