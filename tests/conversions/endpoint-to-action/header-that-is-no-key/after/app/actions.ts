'use server';

export async function createName(name: string) {
  return { ok: true };
}
