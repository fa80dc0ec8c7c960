'use server';

const COUPONS: Record<string, number> = { SPRING: 20 };

export async function createCoupon(code: string) {
  const percent = COUPONS[code];
  if (!percent) {
    return { ok: false as const };
  }
  return { ok: true as const, data: { percent } };
}
