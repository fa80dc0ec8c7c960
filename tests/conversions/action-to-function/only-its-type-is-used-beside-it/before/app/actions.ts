'use server';

export type User = Awaited<ReturnType<typeof getUser>>;

export async function /*|*/getUser(id: string) {
  return { id };
}

export async function rename(user: User, name: string) {
  return { ...user, name };
}
