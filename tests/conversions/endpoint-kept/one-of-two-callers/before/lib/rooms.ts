export const rooms = new Map<string, string>();
