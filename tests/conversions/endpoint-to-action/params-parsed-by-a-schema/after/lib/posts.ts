export async function mayEdit(id: string): Promise<boolean> {
  return id !== '0';
}

export const posts = {
  async rename(id: string, title: string): Promise<{ id: string; title: string }> {
    return { id, title };
  },
};
