export const authOptions = {};
