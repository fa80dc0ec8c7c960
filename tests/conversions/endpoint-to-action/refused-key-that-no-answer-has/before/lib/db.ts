export type User = { id: string; name: string; email: string };

const users: User[] = [];

export const db = {
  users: {
    async create(data: { name: string; email: string }): Promise<User> {
      const user = { id: String(users.length + 1), ...data };
      users.push(user);
      return user;
    },
    async update(id: string, data: Partial<Omit<User, 'id'>>): Promise<User | undefined> {
      const user = users.find((each) => each.id === id);
      return user && Object.assign(user, data);
    },
    async delete(id: string): Promise<void> {
      users.splice(
        users.findIndex((each) => each.id === id),
        1,
      );
    },
  },
};
