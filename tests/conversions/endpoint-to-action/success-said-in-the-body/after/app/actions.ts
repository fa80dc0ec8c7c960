'use server'

const codes = new Map([['SUMMER', 10]])

export async function createCode(code: string) {
  const percent = codes.get(code)
  if (percent === undefined) {
    return { success: false as const, message: 'No such code' }
  }
  return { success: true as const, discount: { code, percent: Number(percent) } }
}
