export const desks = new Map<string, string>();
