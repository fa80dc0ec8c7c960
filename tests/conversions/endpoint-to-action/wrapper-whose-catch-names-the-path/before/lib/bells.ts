export async function ring(tower: string, times: number) {
  if (times < 1) throw new RangeError('A bell rings at least once');
  return { tower, times };
}
