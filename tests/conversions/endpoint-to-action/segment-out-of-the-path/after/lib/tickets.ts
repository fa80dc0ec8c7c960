export const tickets = new Map<string, { seat: string; isUsed: boolean }>();

export function noted(what: string, about: Record<string, string>) {
  console.info(what, about);
}
