export const links = {
  async delete(id: string): Promise<void> {
    console.log(id);
  },
};
