'use client';

export default function Beds() {
  const add = async () => {
    const response = await fetch('/api/beds', { method: 'POST', body: JSON.stringify({ name: 'Roses' }) });
    const data = await response.json();
    alert(response.ok ? `${data.count} beds` : data.error);
  };

  return <button onClick={add}>Add</button>;
}
