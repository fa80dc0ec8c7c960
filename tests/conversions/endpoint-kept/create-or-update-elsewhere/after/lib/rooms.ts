export const rooms: { id: string; name: string }[] = [];
