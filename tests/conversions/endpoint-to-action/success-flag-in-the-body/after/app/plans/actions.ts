'use server';

import { checkout } from '@/lib/checkout';

export async function checkoutAction(plan: any) {
  try {
    if (!plan) {
      return { success: false as const, message: 'Choose a plan' };
    }
    const session = await checkout(plan);
    return { success: true as const, url: session.url, name: session.name };
  } catch (error) {
    console.error(error);
    return { success: false as const, message: 'Try again later' };
  }
}
