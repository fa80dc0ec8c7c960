export const loans = new Map<string, string[]>();
