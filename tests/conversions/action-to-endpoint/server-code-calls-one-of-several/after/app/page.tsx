import { inStock } from './in-stock'
import { Buttons } from './buttons'

export default async function Page() {
  return (await inStock('a')) ? <Buttons /> : null
}
