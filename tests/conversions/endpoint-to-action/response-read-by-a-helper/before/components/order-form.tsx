'use client'

import { checked } from '@/lib/http'

export function OrderForm({ product }: { product: string }) {
  async function order() {
    const res = await fetch('/api/orders', { method: 'POST', body: JSON.stringify({ product }) })
    const { number } = await checked<{ number: number }>(res, 'Not ordered')
    alert(number)
  }

  async function orderSample() {
    return checked<{ number: number }>(
      await fetch('/api/orders', { method: 'POST', body: JSON.stringify({ product: 'sample' }) }),
    )
  }

  return (
    <button onClick={order} onDoubleClick={orderSample}>
      Order
    </button>
  )
}
