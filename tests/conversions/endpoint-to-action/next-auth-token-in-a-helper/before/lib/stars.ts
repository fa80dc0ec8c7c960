export const stars = new Map<string, number>();
