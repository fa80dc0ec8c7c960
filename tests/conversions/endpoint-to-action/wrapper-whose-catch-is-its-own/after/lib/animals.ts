export const animals = new Map<string, { name: string; fed: string }>();
