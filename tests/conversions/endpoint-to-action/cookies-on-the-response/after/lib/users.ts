export type User = { id: string; name: string; theme: string };

export const users = {
  async find(email: string, password: string): Promise<User | null> {
    return password === 'secret' ? { id: email, name: 'Ada', theme: 'dark' } : null;
  },
};

export async function sign(id: string): Promise<string> {
  return `signed-${id}`;
}
