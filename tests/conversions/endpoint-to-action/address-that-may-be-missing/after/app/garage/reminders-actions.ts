'use server';

import { addReminder } from '@/lib/db';
import { allReminders } from '@/app/api/reminders/all-reminders';

export async function createReminder(title: string) {
  if (!title) {
    return { ok: false as const, data: { error: 'A reminder needs a title' } };
  }
  await addReminder(null, title);
  return { ok: true as const, data: JSON.parse(JSON.stringify({ reminders: await allReminders() })) };
}
