'use server';

export async function /*|*/shout(words: string[], times = 1) {
  return `${words.join(' ')}!`.repeat(times).toUpperCase() as string;
}
