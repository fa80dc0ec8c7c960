import { buildReport } from '@/lib/reports';

// A report over a whole year takes its time
export const maxDuration = 120;

export async function /*|*/POST(request: Request) {
  const { year }: { year: number } = await request.json();
  return Response.json(await buildReport(year));
}
