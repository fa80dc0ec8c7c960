'use server';

export async function addNote(text: string) {
  console.log(text);
}
