export const db = {
  ticket: {
    async create(values: { title: string }) {
      return { id: 1, ...values };
    },
  },
};
