import 'server-only';
import { headers } from 'next/headers';
import { steps } from '@/lib/steps';
import { walkerOf } from '@/lib/walker';

export async function createStep(readBody: () => Promise<{ count: number }>) {
  const walker = await walkerOf({ headers: await headers() });
  if (!walker) {
    return { ok: false as const, status: 401, data: { error: 'Who walks?' } };
  }
  const { count } = await readBody();
  const device = (await headers()).get('x-device') ?? 'browser';
  return { ok: true as const, status: 200, data: { total: steps.add(walker, count, device) } };
}
