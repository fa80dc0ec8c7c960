'use server';

export async function createName(name: string) {
  // TODO: check here who calls, as middleware.ts did for POST /api/names: it guards no action.
  throw new Error('createName() checks nobody yet');

  if (name.length < 2) {
    return { ok: false as const, data: { error: 'Too short' } };
  }
  return { ok: true as const, data: { name } };
}
