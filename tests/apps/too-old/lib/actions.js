'use server';

export async function subscribe(email) {
  console.log(`${email} subscribes`);
  return { ok: true };
}
