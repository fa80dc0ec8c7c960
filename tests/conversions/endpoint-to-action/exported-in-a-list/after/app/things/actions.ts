'use server';

export async function createThing(name: string) {
  if (!name) {
    return { ok: false as const, data: { error: 'Every thing has a name' } };
  }
  return { ok: true as const };
}
