'use server';

import { shear } from '@/lib/sheep';
import { ruled } from '@/lib/rules';

export async function createWool({ name, by }: { name: string; by: string }) {
  const response = await ruled(
    async () => {
      const wool = await shear(name, by);
      if (wool === 0) {
        return Response.json({ error: 'It is shorn already' }, { status: 409 });
      }
      return Response.json({ wool });
    },
    { feature: 'sheep', member: true },
  )();
  return { ok: response.ok, data: await response.json() };
}
