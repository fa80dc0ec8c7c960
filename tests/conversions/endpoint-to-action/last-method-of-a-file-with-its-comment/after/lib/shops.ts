export const shops = new Map<string, { visitors: number; isOpen: boolean }>();
