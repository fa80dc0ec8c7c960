const readers = new Map<string, number>();

export function follow(feed: string): number {
  const count = (readers.get(feed) ?? 0) + 1;
  readers.set(feed, count);
  return count;
}
