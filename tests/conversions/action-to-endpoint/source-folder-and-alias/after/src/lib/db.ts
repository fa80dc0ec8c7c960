export const db = {
  async cancel(id: number, reason?: string) {
    console.log(id, reason);
  },
};
