'use server';

export async function createName(name: string) {
  // TODO: check here who calls, as middleware.ts did for POST /api/names: it guards no action.
  throw new Error('createName() checks nobody yet');

  return { ok: true, data: { name } };
}
