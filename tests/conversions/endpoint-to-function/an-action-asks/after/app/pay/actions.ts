'use server';

import { getRate } from './get-rate';

export async function pay(amount: number, currency: string) {
  const { rate } = await getRate(currency);
  return amount * rate;
}
