'use server';

import { orders } from '@/lib/orders';

export async function createNote({
  orderId,
  text,
}: {
  orderId: string;
  text: string;
}) {
  const order = orders.get(orderId);
  if (!order) {
    return { ok: false as const };
  }
  order.notes.push(text);
  return { ok: true as const };
}
