import { inStock } from '../../in-stock'

export async function POST(request: Request) {
  const { id } = await request.json()
  return Response.json(await inStock(id))
}
