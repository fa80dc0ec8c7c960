export const seeds = new Map<string, number>();
