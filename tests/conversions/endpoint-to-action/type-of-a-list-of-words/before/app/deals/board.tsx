'use client';

export function Board({ dealId }: { dealId: string }) {
  const move = async () => {
    fetch('/api/triggers', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ event: 'deal_moved', dealId }),
    }).catch(() => {});
  };
  return <button onClick={move}>Move</button>;
}
