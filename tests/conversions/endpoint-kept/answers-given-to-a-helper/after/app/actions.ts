'use server';

import { createKite } from './create-kite';

export async function createKiteAction(colour: string) {
  const result = await createKite(async () => ({ colour }));
  return { ok: result.ok, data: await result.json() };
}
