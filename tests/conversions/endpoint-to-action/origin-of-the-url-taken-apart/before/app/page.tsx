'use client';

export default function Plans() {
  const buy = async (plan: string) => {
    const response = await fetch('/api/checkouts', { method: 'POST', body: JSON.stringify({ plan }) });
    const { url, back } = await response.json();
    location.href = url ?? back;
  };
  const invite = async (email: string) => {
    const response = await fetch('/api/invites?team=garden', { method: 'POST', body: JSON.stringify({ email }) });
    const { link, site } = await response.json();
    alert(`${link} of ${site}`);
  };

  return (
    <p>
      <button onClick={() => buy('small')}>Buy</button>
      <button onClick={() => invite('ada@example.com')}>Invite</button>
    </p>
  );
}
