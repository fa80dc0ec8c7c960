export type Task = { id: string; title: string; done: boolean };

export const tasks = {
  async rename(userId: string, id: string, title: string, done: boolean): Promise<Task> {
    if (id === '0') throw new Error(`${userId} has no such task`);
    return { id, title, done };
  },
};
