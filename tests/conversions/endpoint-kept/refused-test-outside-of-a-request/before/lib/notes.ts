export const notes: { text: string; by: string | null }[] = [];
