'use server'

import { z } from 'zod'
import { authAction } from '@/lib/safe-action'
import { plants } from '@/lib/plants'

export const rename = authAction
  .schema(z.object({ id: z.string(), name: z.string() }))
  .action(async ({ parsedInput: { id, name } }) => {
    plants.set(id, { ...plants.get(id), name })
  })
