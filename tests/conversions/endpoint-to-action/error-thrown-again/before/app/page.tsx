'use client';

export default function Boats() {
  const add = async () => {
    const response = await fetch('/api/boats', { method: 'POST', body: JSON.stringify({ name: 'Aurora' }) });
    if (!response.ok) {
      alert('No boat');
      return;
    }
    const { count } = await response.json();
    alert(`${count} boats`);
  };

  return <button onClick={add}>Add</button>;
}
