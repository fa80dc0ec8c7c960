import { NextResponse } from 'next/server'

const codes = new Map([['SUMMER', 10]])

export async function /*|*/POST(request: Request) {
  const { code } = (await request.json()) as { code: string }
  const percent = codes.get(code)
  if (percent === undefined) {
    return NextResponse.json({ success: false, message: 'No such code' }, { status: 404 })
  }
  return NextResponse.json({ success: true, discount: { code, percent: Number(percent) } })
}
