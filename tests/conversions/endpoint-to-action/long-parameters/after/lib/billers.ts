export const billers: string[] = [];
