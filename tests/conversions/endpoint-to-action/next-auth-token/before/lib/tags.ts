export const tags: string[] = [];
