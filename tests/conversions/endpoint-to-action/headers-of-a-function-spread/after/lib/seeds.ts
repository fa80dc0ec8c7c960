export const seeds: string[] = [];
