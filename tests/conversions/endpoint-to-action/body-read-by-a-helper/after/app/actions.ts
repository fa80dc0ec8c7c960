'use server';

const rooms = new Map<string, string>();

function keyOf(given: { roomId: string }) {
  return given.roomId.toLowerCase();
}

export async function updateRoom({
  roomId,
  title,
}: {
  roomId: string;
  title: string;
}) {
  const key = keyOf({ roomId });
  rooms.set(key, title);
  return JSON.parse(JSON.stringify({ title, params: keyOf({ roomId }) }));
}
