'use server'

import { give } from '@/lib/stars'

export async function createStar(id: string) {
  try {
    if (!id) {
      return
    }
    await give(id)
  } catch (error) {
    console.error(error)
  }
}
