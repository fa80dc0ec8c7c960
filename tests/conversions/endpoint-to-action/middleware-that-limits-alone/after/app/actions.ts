'use server';

const letters: string[] = [];

export async function createLetter(text: string) {
  return JSON.parse(JSON.stringify({ count: letters.push(text) }));
}
