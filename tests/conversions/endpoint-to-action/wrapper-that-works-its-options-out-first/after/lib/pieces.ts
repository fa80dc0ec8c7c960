export async function hang(gallery: string, piece: string, room: string, by: string) {
  if (room === '') return null;
  return { gallery, piece, room, by };
}
