import { NextResponse } from 'next/server'
import { place } from '@/lib/orders'

/*|*/export async function POST(request: Request) {
  const { product } = (await request.json()) as { product: string }
  if (!product) {
    return NextResponse.json({ error: 'Choose a product' }, { status: 400 })
  }
  const number = await place(product)
  return NextResponse.json({ number })
}
