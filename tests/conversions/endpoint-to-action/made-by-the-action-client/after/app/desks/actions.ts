'use server';

import { z } from 'zod';
import { desks } from '@/lib/desks';
import { authActionClient } from '@/lib/safe-action';

const wish = z.object({ desk: z.string().min(1) });

export const createDesk = authActionClient
  .inputSchema(wish)
  .action(async ({ parsedInput, ctx: { user } }) => {
    if (desks.has(parsedInput.desk)) {
      return { ok: false as const };
    }
    desks.set(parsedInput.desk, user);
    return { ok: true as const, data: { until: 'tonight' } };
  });
