'use server'

import { z } from 'zod'
import { plants } from '@/lib/plants'
import { authAction } from '@/lib/safe-action'

const schema = z.object({ id: z.string(), litres: z.number().positive() })

// Waters a plant
export const createPlant = authAction
  .schema(schema)
  .action(async ({ parsedInput: { id, litres }, ctx: { user } }) => {
    try {
      const plant = plants.get(id)
      plants.set(id, { ...plant, water: plant.water + litres, by: user.id })
      return { ok: true }
    } catch (error) {
      console.error('Could not water', error)
      return { ok: false }
    }
  })
