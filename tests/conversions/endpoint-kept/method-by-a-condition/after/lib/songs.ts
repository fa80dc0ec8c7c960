export const songs = { starred: new Set<string>() };
