'use server'

import { place } from '@/lib/orders'

export async function createOrder(product: string) {
  try {
    if (!product) {
      return { ok: false as const, status: 400 }
    }
    const number = await place(product)
    return { ok: true as const, status: 200, data: { number } }
  } catch (error) {
    console.error(error)
    return { ok: false as const, status: 500 }
  }
}
