export const plants: string[] = [];
