'use server';

import { buildReport } from '@/lib/reports';

export async function createReport(year: number) {
  return await buildReport(year);
}
