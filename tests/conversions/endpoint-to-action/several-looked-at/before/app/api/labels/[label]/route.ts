import { NextResponse } from 'next/server'

const labels = new Set(['a', 'b', 'c'])

/*|*/export async function DELETE(_request: Request, { params }: { params: Promise<{ label: string }> }) {
  const { label } = await params
  if (!labels.delete(label)) {
    return NextResponse.json({ error: 'No such label' }, { status: 404 })
  }
  return NextResponse.json({ left: labels.size })
}
