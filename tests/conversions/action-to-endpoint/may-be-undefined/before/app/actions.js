'use server';

const prices = new Map([['apple', 3]]);

export async function /*|*/priceOf(fruit) {
  return prices.get(fruit);
}
