export async function rate(film: string, stars: number): Promise<number> {
  if (film === '') throw new Error('Which film?');
  return stars;
}
