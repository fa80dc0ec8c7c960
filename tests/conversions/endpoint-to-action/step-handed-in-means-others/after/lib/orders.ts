export const orders = new Map<string, { state: string; notes: string[] }>();
