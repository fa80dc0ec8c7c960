export interface User {
  id: string;
}

export async function currentUser(): Promise<User | null> {
  return { id: 'u1' };
}

export async function rename(user: User, id: string, title: string) {
  console.log(user.id, id, title);
}
