const keys = new Set(['a', 'b']);

export const links = {
  async remove(key: string): Promise<{ key: string } | null> {
    return keys.delete(key) ? { key } : null;
  },
};
