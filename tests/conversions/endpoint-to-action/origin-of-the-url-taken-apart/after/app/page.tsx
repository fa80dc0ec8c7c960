'use client';

import { createInvite } from './actions';

export default function Plans() {
  const buy = async (plan: string) => {
    const response = await fetch('/api/checkouts', { method: 'POST', body: JSON.stringify({ plan }) });
    const { url, back } = await response.json();
    location.href = url ?? back;
  };
  const invite = async (email: string) => {
    const { link, site } = await createInvite({ team: 'garden', email });
    alert(`${link} of ${site}`);
  };

  return (
    <p>
      <button onClick={() => buy('small')}>Buy</button>
      <button onClick={() => invite('ada@example.com')}>Invite</button>
    </p>
  );
}
