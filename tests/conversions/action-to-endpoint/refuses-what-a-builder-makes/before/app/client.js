export const client = make();
