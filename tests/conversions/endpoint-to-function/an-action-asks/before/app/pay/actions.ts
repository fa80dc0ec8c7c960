'use server';

export async function pay(amount: number, currency: string) {
  const res = await fetch(`http://localhost:3000/api/rates/${currency}`);
  const { rate } = await res.json();
  return amount * rate;
}
