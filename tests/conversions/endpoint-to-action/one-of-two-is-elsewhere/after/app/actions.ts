'use server';

export async function createFeedback(text: string) {
  console.log(text);
  return { ok: true as const, status: 201 };
}
