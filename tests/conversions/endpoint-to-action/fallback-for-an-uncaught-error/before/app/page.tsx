'use client';

export default function Page() {
  const pin = async () => {
    const res = await fetch('/api/pins', { method: 'POST', body: JSON.stringify({ place: 'Rome' }) });
    if (!res.ok) {
      const data = await res.json().catch(() => ({}));
      alert(data.error ?? 'Not pinned');
      return;
    }
    const { id } = await res.json();
    alert(id);
  };

  const pinAndThrow = async () => {
    const res = await fetch('/api/pins', { method: 'POST', body: JSON.stringify({ place: 'Oslo' }) });
    if (!res.ok) throw new Error((await res.json().catch(() => ({}))).error || 'Not pinned');
  };

  const pinWithWords = async () => {
    const res = await fetch('/api/pins', { method: 'POST', body: JSON.stringify({ place: 'Bonn' }) });
    if (!res.ok) {
      const { error } = await res.json().catch(() => ({ error: 'Not pinned' }));
      throw new Error(error);
    }
  };

  const pinAndRead = async () => {
    const res = await fetch('/api/pins', { method: 'POST', body: JSON.stringify({ place: 'Lima' }) });
    const data = await res.json().catch(() => null);
    if (!res.ok) {
      alert(data?.error ?? 'Not pinned');
      return;
    }
    alert(data.id);
  };

  return (
    <>
      <button onClick={pin}>Rome</button>
      <button onClick={pinAndThrow}>Oslo</button>
      <button onClick={pinWithWords}>Bonn</button>
      <button onClick={pinAndRead}>Lima</button>
    </>
  );
}
