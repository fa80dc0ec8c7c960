'use client';

import { useCallback, useState } from 'react';
import { syncModel } from './actions';

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

  const callActionWith = useCallback(
    async (send: () => Promise<{ ok: boolean; status: number; data: any }>, name: string) => {
      setBusy(name);
      setError(null);
      try {
        const { ok, status, data: payload } = await send();
        if (!ok && status !== 207) throw new Error(payload.error || `${name} failed`);
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
    await callActionWith(() => syncModel(), 'Sync');
  }, [callActionWith]);

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
