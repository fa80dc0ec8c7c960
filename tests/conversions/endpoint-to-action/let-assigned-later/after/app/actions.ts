'use server';

let version = 0;

export async function saveAction() {
  if (version > 3) return { ok: false as const, status: 409 };
  version += 1;
  return { ok: true as const, status: 200 };
}
