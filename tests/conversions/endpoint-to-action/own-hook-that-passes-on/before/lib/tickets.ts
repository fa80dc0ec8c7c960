export const tickets = { sold: 0 };
