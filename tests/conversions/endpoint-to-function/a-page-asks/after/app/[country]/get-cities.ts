import 'server-only';
import { cities } from '@/lib/cities';

// Cities by their country.
export async function getCities(country: string) {
  const found = cities.filter((city) => city.country === country);
  if (found.length === 0) {
    return { ok: false as const, data: { error: 'No such country' } };
  }
  return { ok: true as const, data: JSON.parse(JSON.stringify({ cities: found })) };
}
