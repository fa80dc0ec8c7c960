import type { inStock as inStockOnServer } from './in-stock'

export async function inStock(
  id: string,
): Promise<Awaited<ReturnType<typeof inStockOnServer>>> {
  const response = await fetch('/api/in-stock', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ id }),
  })
  if (!response.ok) {
    throw new Error(`POST /api/in-stock answered ${response.status}`)
  }
  return response.json()
}
