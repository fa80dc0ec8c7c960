export async function pin(place: string): Promise<string> {
  if (place === 'nowhere') throw new Error('No such place');
  return `pin-${place}`;
}
