'use server';

import { cookies } from 'next/headers';
import { Rejected } from '@/lib/api';
import { placeOrder } from '@/lib/orders';
import { customerOf } from '@/lib/customers';

// Orders for whoever is signed in
export async function createOrder(items: string[]) {
  try {
    const customer = await customerOf((await cookies()).get('customer')?.value);
    if (!customer) {
      throw new Rejected('Please sign in', 401);
    }
    if (!customer.mayOrder || items.length === 0) {
      throw new Rejected('There is nothing to order');
    }
    return { ok: true as const, data: await placeOrder(customer.id, items) };
  } catch (error) {
    const message = error instanceof Rejected ? error.message : 'Something went wrong';
    return { ok: false as const, data: { message } };
  }
}
