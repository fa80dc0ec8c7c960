const votes = new Map<string, number>();

export async function vote(option: string): Promise<number> {
  const count = (votes.get(option) ?? 0) + 1;
  votes.set(option, count);
  return count;
}
