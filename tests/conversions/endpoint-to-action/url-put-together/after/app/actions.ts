'use server';

export async function createTag(name: string) {
  console.log(name);
  return { ok: true as const };
}

export async function updateTag({ id, name }: { id: string; name: string }) {
  console.log(id, name);
  return { ok: true as const };
}
