'use server'

import { removeLamp, switchLamp } from '@/lib/lamp'

export async function updateLamp(body) {
  return JSON.parse(JSON.stringify(await switchLamp(body.isOn)))
}

export async function deleteLamp() {
  try {
    await removeLamp()
  } catch (error) {
    console.error(error)
  }
}
