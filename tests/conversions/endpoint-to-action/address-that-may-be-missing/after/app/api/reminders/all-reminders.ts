import { findReminders } from '@/lib/db';

export async function allReminders() {
  return findReminders(null);
}
