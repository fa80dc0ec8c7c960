'use server'

import { stock } from './stock'

export async function /*|*/inStock(id: string) {
  return stock.has(id)
}

export async function reserve(id: string) {
  if (!(await inStock(id))) return 'sold out'
  stock.delete(id)
  return 'reserved'
}
