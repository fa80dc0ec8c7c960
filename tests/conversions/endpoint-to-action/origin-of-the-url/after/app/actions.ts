'use server';

import { headers } from 'next/headers';

const started: string[] = [];

export async function createCheckout(plan: string) {
  const host = (await headers()).get('x-forwarded-host');
  const base = host ? `https://${host}` : (await headers()).get('origin') ?? '';
  const back = ((await headers()).get('origin') ?? '') + '/plans';
  started.push(plan);
  return { url: `${base}/pay/${started.length}`, back };
}
