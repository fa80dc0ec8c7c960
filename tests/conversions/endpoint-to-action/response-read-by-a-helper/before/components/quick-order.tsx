'use client'

function parse(response: Response) {
  if (!response.ok) throw new Error('Not ordered')
  return response.json()
}

const log = (response: Response) => console.log('ordered', response.ok)

export function QuickOrder({ product }: { product: string }) {
  const order = () => {
    fetch('/api/orders', { method: 'POST', body: JSON.stringify({ product }) })
      .then(parse)
      .then(({ number }) => alert(number))
      .catch(() => alert('Sorry'))
  }

  const orderAndSay = async () => {
    const response = await fetch('/api/orders', { method: 'POST', body: JSON.stringify({ product }) })
    if (!response.ok) throw new Error('Sorry')
    log(response)
    const { number } = await response.json()
    alert(number)
  }

  return (
    <button onClick={order} onDoubleClick={orderAndSay}>
      Order
    </button>
  )
}
