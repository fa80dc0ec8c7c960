'use client';

export default function Page() {
  const book = async (seat: string) => {
    const res = await fetch('/api/tickets', { method: 'POST', body: JSON.stringify({ seat }) });
    if (![200, 201].includes(res.status)) {
      const { error } = await res.json();
      alert(error);
      return;
    }
    const { id } = await res.json();
    alert(id);
  };

  return <button onClick={() => book('1a')}>Book</button>;
}
