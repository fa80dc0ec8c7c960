'use server';

export type Range = { from: Date; to: string };

export async function /*|*/act(range: Range): Promise<number> {
  return range.from.getTime();
}
