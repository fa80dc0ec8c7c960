export const stores = {
  async create(name: string): Promise<{ id: string; name: string }> {
    return { id: '1', name };
  },
};
