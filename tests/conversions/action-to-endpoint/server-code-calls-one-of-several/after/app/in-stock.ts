import 'server-only'
import { stock } from './stock'

export async function inStock(id: string) {
  return stock.has(id)
}
