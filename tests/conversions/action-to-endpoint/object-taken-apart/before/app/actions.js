'use server';

export async function /*|*/createPost({ title, body = '' }) {
  console.log(title, body);
  return { ok: true };
}
