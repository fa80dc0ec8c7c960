'use client';

export default function Page() {
  const createUser = async () => {
    await fetch('/api/users', { method: 'POST', body: JSON.stringify({ name: 'Ada' }) });
  };

  return <button onClick={createUser}>Create</button>;
}
