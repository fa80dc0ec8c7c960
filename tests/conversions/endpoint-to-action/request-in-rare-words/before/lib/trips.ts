const trips = new Map<string, string[]>();

export function addStop(id: string, place: string, day: string | null) {
  const stops = [...(trips.get(id) ?? []), day ? `${day}: ${place}` : place];
  trips.set(id, stops);
  return stops.length;
}
