'use server';

import { shops } from '@/lib/shops';

// A shop that is closed stays in the books.
export async function deleteShop(shopId: string) {
  try {
    // The door first.
    shops.set(shopId, { visitors: 0, isOpen: false });

    return { ok: true as const, status: 200 };
  } catch (error) {
    console.log(error);

    return { ok: false as const, status: 500 };
  }
}
