const all: string[] = [];

export const tags = {
  async all(): Promise<string[]> {
    return all;
  },
  async create(name: string): Promise<{ name: string }> {
    all.push(name);
    return { name };
  },
};
