export type Song = { id: number; title: string; seconds: number };

export const songs: Song[] = [];
