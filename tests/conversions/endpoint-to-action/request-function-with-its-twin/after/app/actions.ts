'use server';

export async function updateWords(word: string) {
  if (!word) {
    return { ok: false as const, status: 400, data: { error: 'Which word?' } };
  }
  return { ok: true as const, status: 200, data: { length: word.length } };
}
