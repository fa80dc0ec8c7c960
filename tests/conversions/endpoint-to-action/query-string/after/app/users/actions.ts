'use server';

const TAKEN = ['ada@example.com'];

export async function checkAvailable({
  email,
  strict: strictValue,
}: {
  email: string;
  strict: string;
}) {
  const strict = strictValue === '1';
  if (!email) {
    return { available: !strict };
  }
  return { available: !TAKEN.includes(email) };
}
