import 'server-only';
import { rateOf } from '@/lib/rates';

export async function getRate(currency: string) {
  return JSON.parse(JSON.stringify({ rate: await rateOf(currency), at: new Date() }));
}
