export const notes = {
  async change(id, text) {
    return { id, text };
  },
};
