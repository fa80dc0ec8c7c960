'use client';

export default function Page() {
  const id = 'first';
  const archive = async () => {
    await fetch(`/api/notes/${id}/archive`, { method: 'POST' });
  };
  const archiveAnyway = async () => {
    await fetch(`/api/notes/${id}/archive`, { method: 'POST', body: JSON.stringify({ force: true }) });
  };
  return (
    <>
      <button onClick={archive}>Archive</button>
      <button onClick={archiveAnyway}>Archive anyway</button>
    </>
  );
}
