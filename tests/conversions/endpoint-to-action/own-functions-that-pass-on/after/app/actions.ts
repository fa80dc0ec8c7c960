'use server'

import { rename } from '@/lib/tasks'

export async function updateTask({ id, title }: { id: string; title: string }) {
  try {
    const isThere = await rename(id, title)
    if (!isThere) {
      return { ok: false as const, status: 404, data: { error: 'No such task' } }
    }
    return { ok: true as const, status: 200, data: { id, title } }
  } catch (error) {
    console.error(error)
    return { ok: false as const, status: 500, data: null }
  }
}
