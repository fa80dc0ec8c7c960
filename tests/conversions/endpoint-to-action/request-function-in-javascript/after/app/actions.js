'use server';

export async function createWord(word) {
  if (!word) {
    return { ok: false, data: { error: 'Which word?' } };
  }
  return { ok: true, data: { length: word.length } };
}
