export const leaves = new Map<string, string>();
