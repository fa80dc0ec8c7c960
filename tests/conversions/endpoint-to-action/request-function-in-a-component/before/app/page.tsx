'use client';

import { useCallback, useState } from 'react';

export default function Page() {
  const [busy, setBusy] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [message, setMessage] = useState('');

  const reload = useCallback(async () => {
    setMessage('');
  }, []);

  const callAction = useCallback(
    async (name: string, url: string, options?: RequestInit) => {
      setBusy(name);
      setError(null);
      try {
        const response = await fetch(url, { method: 'POST', ...options });
        const payload = await response.json();
        if (!response.ok && response.status !== 207) throw new Error(payload.error || `${name} failed`);
        setMessage(`${name} done`);
        await reload();
        return true;
      } catch (cause) {
        setError(cause instanceof Error ? cause.message : 'Unknown');
        return false;
      } finally {
        setBusy(null);
      }
    },
    [reload],
  );

  const sync = useCallback(async () => {
    await callAction('Sync', '/api/models/sync');
  }, [callAction]);

  return (
    <div>
      <button disabled={busy !== null} onClick={sync}>
        Sync {message}
      </button>
      <button onClick={() => callAction('Removal', '/api/models/first', { method: 'DELETE' })}>Remove</button>
      {error}
    </div>
  );
}
