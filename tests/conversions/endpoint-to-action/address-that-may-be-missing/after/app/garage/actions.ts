'use server';

import { addReminder, hasCar } from '@/lib/db';
import { allReminders } from '@/app/api/cars/[plate]/reminders/all-reminders';

export async function createCarReminder({
  plate,
  title,
  isQuiet,
}: {
  plate: string;
  title: string;
  isQuiet: boolean;
}) {
  if (!(await hasCar(plate))) {
    return { ok: false as const, data: { error: 'No such car' } };
  }
  await addReminder(plate, isQuiet ? title : `${title}!`);
  return { ok: true as const, data: JSON.parse(JSON.stringify({ reminders: await allReminders(plate) })) };
}
