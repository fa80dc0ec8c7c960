'use client'

import { ApiError } from '@/lib/http'
import { createOrder } from '@/app/actions'

export function OrderForm({ product }: { product: string }) {
  async function order() {
    const res = await createOrder(product)
    if (!res.ok) {
      throw new ApiError('Not ordered', res.status)
    }
    const { number } = res.data as { number: number }
    alert(number)
  }

  async function orderSample() {
    const res = await createOrder('sample')
    if (!res.ok) {
      throw new ApiError('Something went wrong', res.status)
    }
    return res.data as { number: number }
  }

  return (
    <button onClick={order} onDoubleClick={orderSample}>
      Order
    </button>
  )
}
