import { findReminders } from '@/lib/db';

export async function allReminders(plate: string) {
  return [...(await findReminders(plate)), ...(await findReminders(null))];
}
