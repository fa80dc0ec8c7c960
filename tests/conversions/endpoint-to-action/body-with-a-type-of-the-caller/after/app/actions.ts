'use server'

import { makeKey } from '@/lib/keys'

export async function createKey(label: string) {
  if (!label) {
    return { error: 'A key needs a label' }
  }
  const key = await makeKey(label)
  return { key }
}
