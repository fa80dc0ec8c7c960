'use server';

const letters: string[] = [];

export async function createSms(text: string) {
  return JSON.parse(JSON.stringify({ count: letters.push(text) }));
}
