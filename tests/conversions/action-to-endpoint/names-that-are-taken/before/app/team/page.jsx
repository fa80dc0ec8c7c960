'use client';

import { inviteAction as invite } from './actions';

export default function Page() {
  return <button onClick={async () => alert(await invite('a@example.com'))}>Invite</button>;
}
