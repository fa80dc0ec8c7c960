export function light(room: string) {
  if (room.length > 20) {
    throw Object.assign(new Error('There is no such room'), { status: 404 });
  }
}
