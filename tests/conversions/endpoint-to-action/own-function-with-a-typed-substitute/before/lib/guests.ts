export const guests: { name: string; seat: number }[] = [];
