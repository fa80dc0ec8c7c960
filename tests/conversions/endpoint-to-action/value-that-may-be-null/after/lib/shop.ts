declare const sessions: { open: (item: string) => Promise<{ url: string | null }> };

export const openSession = sessions.open;

export function findBuyer(): { name: string } | undefined {
  return { name: 'Ada' };
}
