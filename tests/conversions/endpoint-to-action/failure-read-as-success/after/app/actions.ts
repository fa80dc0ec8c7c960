'use server';

const taken = new Set(['ada']);

export async function checkUsernameAvailable(username: string) {
  if (!username) {
    return { message: 'Which?' };
  }
  return { isAvailable: !taken.has(username) };
}
