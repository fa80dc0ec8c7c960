import { unstable_cache } from 'next/cache';
import { price } from './actions';

const cached = unstable_cache(price);

export default async function Page() {
  return <p>{await cached(1)}</p>;
}
