export const songs = new Map([['1', { title: 'Morning', likedBy: [] }]])
