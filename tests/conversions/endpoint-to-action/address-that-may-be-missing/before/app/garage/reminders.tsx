'use client';

import { useCallback, useEffect, useState } from 'react';
import type { Reminder } from '@/lib/db';

export function Reminders({ plate, isMine }: { plate?: string; isMine: boolean }) {
  const [reminders, setReminders] = useState<Reminder[]>([]);
  const [title, setTitle] = useState('');
  const [problem, setProblem] = useState('');

  const endpoint = isMine ? '/api/reminders' : plate ? `/api/cars/${encodeURIComponent(plate)}/reminders` : null;

  const load = useCallback(async () => {
    if (!endpoint) return;
    const response = await fetch(endpoint, { cache: 'no-store' });
    const data = await response.json();
    setReminders(data.reminders);
  }, [endpoint]);

  useEffect(() => {
    void load();
  }, [load]);

  async function add() {
    if (!endpoint || !title) return;
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        title,
        ...(isMine ? {} : { isQuiet: true }),
      }),
    });
    const data = await response.json();
    if (!response.ok) {
      setProblem(data.error);
      return;
    }
    setReminders(data.reminders);
    setTitle('');
  }

  return (
    <form action={add}>
      <ul>
        {reminders.map((each) => (
          <li key={each.id}>{each.title}</li>
        ))}
      </ul>
      <input value={title} onChange={(event) => setTitle(event.target.value)} />
      <p>{problem}</p>
    </form>
  );
}
