export const seats = new Map<string, string>();
