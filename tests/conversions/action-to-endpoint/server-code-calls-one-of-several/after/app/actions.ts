'use server'

import { stock } from './stock'
import { inStock } from './in-stock'

export async function reserve(id: string) {
  if (!(await inStock(id))) return 'sold out'
  stock.delete(id)
  return 'reserved'
}
