import { NextResponse } from 'next/server'
import { makeKey } from '@/lib/keys'

export async function /*|*/POST(request: Request) {
  const { label } = (await request.json()) as { label: string }
  if (!label) {
    return NextResponse.json({ error: 'A key needs a label' }, { status: 400 })
  }
  const key = await makeKey(label)
  return NextResponse.json({ key })
}
