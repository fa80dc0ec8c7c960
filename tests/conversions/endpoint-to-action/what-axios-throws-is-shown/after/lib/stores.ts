export async function create(name: string) {
  if (name === 'Mine') throw new Error('Taken');
  return { id: name };
}
