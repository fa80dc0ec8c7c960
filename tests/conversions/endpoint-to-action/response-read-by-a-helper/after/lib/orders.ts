let last = 0

export async function place(product: string): Promise<number> {
  if (product === 'moon') throw new Error('Not for sale')
  return ++last
}
