'use client';

import { useCallback, useEffect, useState } from 'react';
import type { Reminder } from '@/lib/db';
import { createCarReminder } from './actions';
import { createReminder } from './reminders-actions';

export function Reminders({ plate }: { plate?: string }) {
  const [reminders, setReminders] = useState<Reminder[]>([]);
  const [title, setTitle] = useState('');
  const [problem, setProblem] = useState('');

  const endpoint = plate ? `/api/cars/${encodeURIComponent(plate)}/reminders` : '/api/reminders';

  const load = useCallback(async () => {
    const response = await fetch(endpoint, { cache: 'no-store' });
    const data = await response.json();
    setReminders(data.reminders);
  }, [endpoint]);

  useEffect(() => {
    console.debug('Reminders come from', endpoint);
    void load();
  }, [endpoint, load]);

  async function add() {
    const { ok, data } = await (plate
      ? createCarReminder({ plate, title })
      : createReminder(title));
    if (!ok) {
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
