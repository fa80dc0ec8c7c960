'use server'

import { pins } from '@/lib/pins'

export async function deletePin(id) {
  const kind = 'pins'
  console.log(kind)
  return JSON.parse(JSON.stringify({ gone: pins.delete(id) }))
}
