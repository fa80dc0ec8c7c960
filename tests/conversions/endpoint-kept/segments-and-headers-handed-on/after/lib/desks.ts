const taken = new Map<string, string>();

export function book({ floor, desk }: { floor: string; desk: string }, visitor: string) {
  const key = `${floor}-${desk}`;
  if (taken.has(key)) {
    return false;
  }
  taken.set(key, visitor);
  return true;
}
