'use server';

export async function createMail() {
  const text = `Hello,
      this is indented,
    and this less.`;
  console.log(text);
}
