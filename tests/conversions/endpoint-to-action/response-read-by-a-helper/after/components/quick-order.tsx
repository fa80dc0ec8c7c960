'use client'

import { createOrder } from '@/app/actions'

export function QuickOrder({ product }: { product: string }) {
  const order = () => {
    createOrder(product)
      .then((response) => {
        if (!response.ok) throw new Error('Not ordered')
        return response.data
      })
      .then(({ number }) => alert(number))
      .catch(() => alert('Sorry'))
  }

  const orderAndSay = async () => {
    const response = await createOrder(product)
    if (!response.ok) throw new Error('Sorry')
    console.log('ordered', response.ok)
    const { number } = response.data
    alert(number)
  }

  return (
    <button onClick={order} onDoubleClick={orderAndSay}>
      Order
    </button>
  )
}
